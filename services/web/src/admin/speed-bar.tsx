import type { EnginesReply, ReportedEngine } from '@plume/contracts'
import { useLanguage } from '../language/language.tsx'

/** Bars of slow engines stay short, even where there is no fast one beside them. */
const leastScale = 8

/** The whole length of a bar, for all bars of the page: they can be compared. */
export function fastestOf(workers: EnginesReply['workers']): number {
  const speeds = workers.flatMap(({ engines }) => engines.map(speedOf))
  return Math.max(leastScale, ...speeds.map((speed) => speed ?? 0))
}

/** How fast an engine recognises, against speech itself: the mark on the bar stands at real time. */
export function SpeedBar(props: { readonly engine: ReportedEngine; readonly fastest: number }) {
  const { engine, fastest } = props
  const { words, format } = useLanguage()
  const speed = speedOf(engine)
  if (speed === null) return <span className="faint">{words.engines.noSpeed}</span>
  const percent = (value: number) => `${Math.min(100, (value / fastest) * 100)}%`
  const { recent, clipSpeed } = engine
  return (
    <div className={speed < 1 ? 'pace pace-slow' : 'pace'}>
      <svg className="pace-bar" aria-hidden="true" focusable="false">
        <rect className="pace-ground" width="100%" height="100%" rx="4" />
        <rect className="pace-value" width={percent(speed)} height="100%" rx="4" />
        <rect className="pace-mark" x={percent(1)} width="2" height="100%" />
      </svg>
      <strong className="pace-number">{words.engines.times(format.times(speed))}</strong>
      <span className="pace-from">
        {recent ? words.engines.ofRecognitions(recent.recognitions) : words.engines.ofClip}
        {recent && clipSpeed !== null && ` · ${words.engines.clip(format.times(clipSpeed))}`}
        {speed < 1 && ` · ${words.engines.slowerThanSpeech}`}
      </span>
    </div>
  )
}

/** Of recent work, or where there was none yet, of the smoke clip. */
function speedOf({ recent, clipSpeed }: ReportedEngine): number | null {
  return recent?.speed ?? clipSpeed
}
