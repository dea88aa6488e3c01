import type { ReportedEngine } from '@plume/contracts'
import { Icon } from '../controls/icon.tsx'
import { useLanguage } from '../language/language.tsx'
import { SpeedBar } from './speed-bar.tsx'

/** Enough of a hash to tell two models apart; the whole of it is in the title. */
const shortHash = 12

type EngineTableProps = {
  readonly engines: readonly ReportedEngine[]
  readonly fastest: number
  readonly label: string
}

export function EngineTable({ engines, fastest, label }: EngineTableProps) {
  const { words, format } = useLanguage()
  const { columns } = words.engines
  return (
    <table className="engine-table" aria-label={words.engines.enginesOf(label)}>
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
              <Languages languages={engine.languages} />
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

function Languages({ languages }: Pick<ReportedEngine, 'languages'>) {
  const { words } = useLanguage()
  return (
    <ul className="engine-languages">
      {languages.map((each) => {
        const name = words.engines.languages[each.language]
        if (each.state === 'ready') {
          return (
            <li key={each.language}>
              <span className="badge badge-done">
                <Icon name="check" />
                {words.engines.readyIn(name)}
              </span>
            </li>
          )
        }
        const standsBack = each.reason === 'stands-back'
        return (
          <li key={each.language}>
            <span className={standsBack ? 'badge badge-waiting' : 'badge badge-trouble'}>
              <Icon name={standsBack ? 'pause' : 'warning'} />
              {words.engines.notUsedIn(name)}
            </span>
            <span className="detail">{words.engines.reasons[each.reason]}</span>
          </li>
        )
      })}
    </ul>
  )
}
