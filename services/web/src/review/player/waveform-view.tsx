import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Icon } from '../../controls/icon.tsx'
import { useLanguage } from '../../language/language.tsx'
import { createScope } from '../../scope.ts'
import { drawWaveform } from './draw-waveform.ts'
import type { Player } from './player.ts'

type WaveformViewProps = {
  readonly player: Player
  readonly audio: HTMLAudioElement
  readonly peaks: readonly number[]
  readonly lengthMs: number
}

/** Where one is in the recording: a picture for the mouse, a slider for keys and screen readers. */
export function WaveformView({ player, audio, peaks, lengthMs }: WaveformViewProps) {
  const { words, format } = useLanguage()
  const container = useRef<HTMLDivElement>(null)
  const scheme = useColourScheme()
  const positionMs = usePosition(player)
  const { broken } = useSyncExternalStore(player.subscribe, player.glance)

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read from the page anew
  useEffect(() => {
    if (!container.current || peaks.length === 0 || lengthMs === 0) return
    const waveform = drawWaveform({
      container: container.current,
      audio,
      peaks,
      durationMs: lengthMs,
    })
    return () => waveform.dispose()
  }, [audio, peaks, lengthMs, scheme])

  return (
    <div className="wave">
      {/* The slider lies over the picture: one control, which looks like a waveform. */}
      <div className="wave-frame">
        <div className="wave-picture" ref={container} aria-hidden="true" />
        <input
          className="wave-slider"
          type="range"
          min={0}
          max={Math.max(1, Math.round(lengthMs))}
          step={100}
          value={Math.round(positionMs)}
          aria-label={words.player.position}
          aria-valuetext={words.player.positionOf(format.clock(positionMs), format.clock(lengthMs))}
          onChange={(event) => player.jumpTo(Number(event.target.value))}
        />
      </div>
      <span className="wave-time">
        <span className="wave-now">{format.instant(positionMs)}</span>
        <span className="faint">{format.clock(lengthMs)}</span>
      </span>
      {broken && (
        <span className="wave-broken" role="alert">
          <Icon name="warning" />
          {words.player.broken}
        </span>
      )}
    </div>
  )
}

/** Ten times a second is enough for a clock to look alive. */
const shownEveryMs = 100

function usePosition(player: Player): number {
  const [positionMs, setPositionMs] = useState(0)
  useEffect(
    () =>
      player.onPosition((ms) => {
        setPositionMs((shown) => (Math.abs(ms - shown) >= shownEveryMs || ms === 0 ? ms : shown))
      }),
    [player],
  )
  return positionMs
}

function useColourScheme(): boolean {
  const [isDark, setDark] = useState(false)
  useEffect(() => {
    const scope = createScope()
    const query = window.matchMedia('(prefers-color-scheme: dark)')
    setDark(query.matches)
    scope.listen(query, 'change', () => setDark(query.matches))
    return () => scope.dispose()
  }, [])
  return isDark
}
