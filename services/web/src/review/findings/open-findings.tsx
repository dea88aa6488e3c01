import { Icon } from '../../controls/icon.tsx'
import { useLanguage } from '../../language/language.tsx'
import { openBySeverity } from './desk-findings.ts'
import type { DeskFindings } from './use-findings.ts'

/** How many are open by severity, as far as is known: one line where there are none. */
export function OpenFindings({ findings }: { readonly findings: DeskFindings }) {
  const { words } = useLanguage()
  const { arrival, items, open } = findings
  if (arrival === 'loading') return <Quiet text={words.checks.loading} />
  return (
    <>
      {arrival === 'missing' && (
        <p className="notice" role="status">
          <Icon name="warning" />
          <span className="notice-text">{words.checks.missing}</span>
        </p>
      )}
      {open > 0 && (
        <div className="open-findings">
          <span>{words.checks.open(open)}</span>
          <ul>
            {openBySeverity(items).map(({ severity, count }) => (
              <li key={severity}>
                <span className={`severity severity-${severity}`}>
                  {words.checks.severities[severity]}
                </span>
                {count}
              </li>
            ))}
          </ul>
        </div>
      )}
      {arrival === 'loaded' && open === 0 && <Quiet text={words.checks.none} />}
    </>
  )
}

function Quiet({ text }: { readonly text: string }) {
  return (
    <p className="faint" role="status">
      {text}
    </p>
  )
}
