import type { EnginesReply, StatWait } from '@plume/contracts'
import { priorities } from '../address/address.ts'
import { useLanguage } from '../language/language.tsx'
import { PriorityBadge } from '../worklist/badges.tsx'

/** What a doctor in a hurry would wait, what waits, and what is in work: the three questions of every day. */
export function WorkFigures({ engines }: { readonly engines: EnginesReply }) {
  const { words, format } = useLanguage()
  const there = engines.workers.filter(({ silent }) => !silent)
  const isNeeded =
    engines.statWait.every(({ state }) => state === 'unknown') ||
    Object.values(engines.queue).some(({ waitingForEngine }) => waitingForEngine > 0)
  const places = there.reduce((sum, { concurrency }) => sum + concurrency, 0)
  return (
    <div className="figures">
      <section className="figure" aria-labelledby="figure-stat">
        <h2 id="figure-stat">{words.engines.statNow}</h2>
        <dl>
          {engines.statWait.map((wait) => (
            <div key={wait.language} className="figure-line">
              <dt>{words.engines.languages[wait.language]}</dt>
              <dd>
                <WaitWords wait={wait} isNeeded={isNeeded} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="figure" aria-labelledby="figure-waiting">
        <h2 id="figure-waiting">{words.engines.waiting}</h2>
        <dl>
          {priorities.map((priority) => (
            <div key={priority} className="figure-line">
              <dt>
                {countOf(engines.queue[priority]) > 0 ? (
                  <PriorityBadge priority={priority} />
                ) : (
                  <span className="faint">{words.priorities[priority]}</span>
                )}
              </dt>
              <dd>
                <WaitingWords {...engines.queue[priority]} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="figure" aria-labelledby="figure-work">
        <h2 id="figure-work">{words.engines.inWork}</h2>
        <p className="figure-number">
          <strong>{format.number(engines.running)}</strong>
          <span>{words.engines.ofPlaces(places)}</span>
        </p>
        <p className="faint">{words.engines.workersThere(there.length)}</p>
      </section>
    </div>
  )
}

function countOf({ waiting, waitingForEngine }: EnginesReply['queue']['stat']): number {
  return waiting + waitingForEngine
}

function WaitWords(props: {
  readonly wait: StatWait
  /** Whether a language without an engine keeps anybody waiting. */
  readonly isNeeded: boolean
}) {
  const { wait, isNeeded } = props
  const { words, format } = useLanguage()
  switch (wait.state) {
    case 'at-once':
      return <strong className="tone-good">{words.engines.atOnce}</strong>
    case 'estimated':
      return (
        <span className="lines">
          <strong className="tone-waiting">
            {words.engines.about(format.wait(wait.seconds * 1000))}
          </strong>
          {wait.basis === 'clip' && <span className="faint">{words.engines.cautious}</span>}
        </span>
      )
    case 'unknown':
      return (
        <strong className={wait.because === 'no-engine' && isNeeded ? 'tone-trouble' : 'faint'}>
          {words.engines.unknown[wait.because]}
        </strong>
      )
  }
}

function WaitingWords(props: EnginesReply['queue']['stat']) {
  const { words, format } = useLanguage()
  return (
    <span className="lines">
      <strong>{format.number(countOf(props))}</strong>
      {props.waitingForEngine > 0 && (
        <span className="tone-trouble">{words.engines.forEngine(props.waitingForEngine)}</span>
      )}
    </span>
  )
}
