import type { ReportedEngine } from '@plume/contracts'
import { Icon, type IconName } from '../controls/icon.tsx'
import type { Words } from '../language/en.ts'
import { useLanguage } from '../language/language.tsx'
import { SpeedBar } from './speed-bar.tsx'
import type { ShownWorker } from './use-engines.ts'

/** Enough of a hash to tell two models apart; the whole of it is in the title. */
const shortHash = 12

type EngineTableProps = { readonly worker: ShownWorker; readonly fastest: number }

export function EngineTable({ worker, fastest }: EngineTableProps) {
  const { words, format } = useLanguage()
  const { engines } = worker
  const { columns } = words.engines
  return (
    <table className="engine-table" aria-label={words.engines.enginesOf(worker.host)}>
      <thead>
        <tr>
          <th scope="col">{columns.engine}</th>
          <th scope="col">{columns.languages}</th>
          <th scope="col">{columns.speed}</th>
          <th scope="col" className="column-number">
            {columns.memory}
          </th>
        </tr>
      </thead>
      <tbody>
        {engines.map((engine) => (
          <tr key={`${engine.engine}/${engine.model}`}>
            <th scope="row">
              <EngineName engine={engine} />
            </th>
            <td>
              <Languages engine={engine} worker={worker} />
            </td>
            <td>
              <SpeedBar engine={engine} fastest={fastest} />
            </td>
            <td className="column-number">
              {engine.memoryBytes === null
                ? words.engines.memoryUnknown
                : format.memory(engine.memoryBytes)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function EngineName({ engine }: { readonly engine: ReportedEngine }) {
  const { words } = useLanguage()
  return (
    <span className="lines">
      <span>
        <strong>{engine.engine}</strong> {engine.model}
      </span>
      <code className="faint" title={`SHA-256 ${engine.modelSha256}`}>
        {engine.modelSha256.slice(0, shortHash)}
      </code>
      {engine.demonstrationOnly && (
        <span className="engine-demonstration">
          <Icon name="warning" />
          {words.review.demonstration}
        </span>
      )}
    </span>
  )
}

function Languages(props: { readonly engine: ReportedEngine; readonly worker: ShownWorker }) {
  const { words } = useLanguage()
  return (
    <ul className="engine-languages">
      {props.engine.languages.map((each) => {
        const { tone, icon, label } = lookOf(each, props, words)
        return (
          <li key={each.language}>
            <span className={`badge badge-${tone}`}>
              <Icon name={icon} />
              {label}
            </span>
            {each.state === 'not-used' && (
              <span className="detail">{words.engines.reasons[each.reason]}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

type Look = {
  readonly tone: 'done' | 'trouble' | 'waiting'
  readonly icon: IconName
  readonly label: string
}

/** Green is only what dictations are recognised with at this moment. */
function lookOf(
  each: ReportedEngine['languages'][number],
  { engine, worker }: { readonly engine: ReportedEngine; readonly worker: ShownWorker },
  words: Words,
): Look {
  const name = words.engines.languages[each.language]
  if (each.state === 'not-used') {
    const standsBack = each.reason === 'stands-back'
    return {
      tone: standsBack ? 'waiting' : 'trouble',
      icon: standsBack ? 'pause' : 'warning',
      label: words.engines.notUsedIn(name),
    }
  }
  if (worker.silent) return { tone: 'waiting', icon: 'clock', label: name }
  const used = worker.engines.find(({ languages }) =>
    languages.some(({ language, state }) => language === each.language && state === 'ready'),
  )
  return used === engine
    ? { tone: 'done', icon: 'check', label: name }
    : { tone: 'waiting', icon: 'pause', label: words.engines.spareIn(name) }
}
