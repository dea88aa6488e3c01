import type { Recipient } from '@plume/transcript'
import { useLanguage } from '../../language/language.tsx'

/** To whom a letter goes, as on its envelope, and who gets a copy. */
export function RecipientBlocks({ recipients }: { readonly recipients: readonly Recipient[] }) {
  const { words } = useLanguage()
  if (recipients.length === 0) return null
  return (
    <dl className="recipients">
      {recipients.map(({ role, name, lines }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one name may be there twice, at two addresses
        <div key={`${index} ${name}`} className="recipient">
          <dt>{words.letters.roles[role]}</dt>
          <dd>
            <strong>{name}</strong>
            {lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
