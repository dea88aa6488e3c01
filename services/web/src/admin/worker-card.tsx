import { useId } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useLanguage } from '../language/language.tsx'
import { EngineTable } from './engine-table.tsx'
import type { ShownWorker } from './use-engines.ts'

type WorkerCardProps = {
  readonly worker: ShownWorker
  /** The fastest engine on the page, in times real time: the whole length of a bar. */
  readonly fastest: number
  readonly now: number
}

/** One worker: its machine, its engines, and what is wrong with it. */
export function WorkerCard({ worker, fastest, now }: WorkerCardProps) {
  const { words } = useLanguage()
  const title = useId()
  return (
    <section className={worker.silent ? 'worker worker-silent' : 'worker'} aria-labelledby={title}>
      <div className="worker-head">
        <h2 id={title}>{worker.host}</h2>
        <WorkerState worker={worker} now={now} />
        <span className="worker-id">{worker.id}</span>
      </div>
      <MachineFacts worker={worker} now={now} />
      <Warnings worker={worker} />
      {worker.engines.length > 0 ? (
        <EngineTable worker={worker} fastest={fastest} />
      ) : (
        <p className="worker-none">{words.engines.noEngines}</p>
      )}
    </section>
  )
}

function WorkerState({ worker, now }: { readonly worker: ShownWorker; readonly now: number }) {
  const { words, format } = useLanguage()
  if (worker.silent) {
    return (
      <span className="badge badge-trouble">
        <Icon name="warning" />
        {words.engines.silentFor(format.age(now - Date.parse(worker.lastSeenAt)))}
      </span>
    )
  }
  const ready = worker.engines.some(({ languages }) =>
    languages.some(({ state }) => state === 'ready'),
  )
  return ready ? (
    <span className="badge badge-done">
      <Icon name="check" />
      {words.engines.ready}
    </span>
  ) : (
    <span className="badge badge-trouble">
      <Icon name="warning" />
      {words.engines.nothingReady}
    </span>
  )
}

function MachineFacts({ worker, now }: { readonly worker: ShownWorker; readonly now: number }) {
  const { words, format } = useLanguage()
  const { machine } = worker
  const facts = [
    [words.engines.processor, machine.cpu],
    [words.engines.cores, format.number(machine.cores)],
    [words.engines.instructions, machine.features.join(' ').toUpperCase() || '–'],
    [words.engines.memory, format.memory(machine.memoryBytes)],
    [words.engines.atATime, words.engines.places(worker.concurrency, worker.threads)],
    ...(worker.silent
      ? []
      : ([
          [words.engines.inWork, words.engines.runningOf(worker.running, worker.concurrency)],
          [words.engines.startedAgo, format.age(now - Date.parse(worker.startedAt))],
        ] as const)),
  ] as const
  return (
    <dl className="worker-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Warnings({ worker }: { readonly worker: ShownWorker }) {
  const { words } = useLanguage()
  const sentences = [
    ...(worker.machine.hasAvx2 === false ? [words.engines.noAvx2] : []),
    ...worker.warnings.map((warning) => words.engines.sizeWarnings[warning]),
    ...worker.damagedModels.map((model) => words.engines.damaged(model)),
  ]
  if (sentences.length === 0) return null
  return (
    <ul className="worker-warnings">
      {sentences.map((sentence) => (
        <li key={sentence}>
          <Icon name="warning" />
          {sentence}
        </li>
      ))}
    </ul>
  )
}
