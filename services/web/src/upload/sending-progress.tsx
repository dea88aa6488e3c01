import { useLanguage } from '../language/language.tsx'

/** How much of the recording has left this machine. */
export function SendingProgress({ fraction }: { readonly fraction: number }) {
  const { words, format } = useLanguage()
  return (
    <div className="sending">
      <progress
        className="sending-bar"
        max={1}
        value={fraction}
        aria-label={words.upload.sending}
      />
      <span role="status">{fraction >= 1 ? words.upload.stored : format.percent(fraction)}</span>
    </div>
  )
}
