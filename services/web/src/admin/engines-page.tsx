import type { EnginesReply } from '@plume/contracts'
import { ProblemNotice } from '../controls/problem-notice.tsx'
import { useTitle } from '../controls/use-title.ts'
import { useLanguage } from '../language/language.tsx'
import { fastestOf } from './speed-bar.tsx'
import { useEngines } from './use-engines.ts'
import { WorkFigures } from './work-figures.tsx'
import { WorkerCard } from './worker-card.tsx'

/** What recognises speech here, for those who keep it running. Nothing about patients. */
export function EnginesPage() {
  const { words, format } = useLanguage()
  const { engines, at, problem } = useEngines()
  useTitle(words.engines.title)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and nothing in it takes the focus
    <section className="engines-page" aria-labelledby="engines-title" tabIndex={0}>
      <div className="page-head">
        <h1 id="engines-title" className="page-title">
          {words.engines.title}
        </h1>
        {engines && <p className="engines-time">{words.engines.asOf(format.time(at))}</p>}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {engines && <EnginesBody engines={engines} now={at} />}
      {!engines && !problem && <p className="waiting">{words.app.loading}</p>}
    </section>
  )
}

function EnginesBody(props: { readonly engines: EnginesReply; readonly now: number }) {
  const { engines, now } = props
  const { words } = useLanguage()
  const fastest = fastestOf(engines.workers)
  // Those that work first: silent ones are history.
  const workers = engines.workers.toSorted((a, b) => Number(a.silent) - Number(b.silent))
  return (
    <>
      <WorkFigures engines={engines} />
      {workers.map((worker) => (
        <WorkerCard key={worker.id} worker={worker} fastest={fastest} now={now} />
      ))}
      {workers.length === 0 && (
        <div className="empty empty-framed">
          <p className="empty-title">{words.engines.noWorkers}</p>
          <p>{words.engines.noWorkersText}</p>
          <code>plume worker</code>
        </div>
      )}
    </>
  )
}
