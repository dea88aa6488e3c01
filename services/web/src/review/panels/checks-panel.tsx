import { ProblemNotice } from '../../controls/problem-notice.tsx'
import { useLanguage } from '../../language/language.tsx'
import { type DeskFinding, isOpen, severities } from '../findings/desk-findings.ts'
import { FindingLine } from '../findings/finding-line.tsx'
import type { SidePanelProps } from './side-panel.tsx'

/** What a person should look at, as the text stands on the desk now. Nothing is changed: a person decides. */
export function ChecksPanel({ findings, report }: Pick<SidePanelProps, 'findings' | 'report'>) {
  const { words } = useLanguage()
  const { items, current, arrival, problem, choose, decide } = findings
  const open = items.filter(isOpen)
  const settled = items.filter((item) => !isOpen(item))
  const lines = (shown: readonly DeskFinding[]) => (
    <ol className="checks">
      {shown.map((finding) => (
        <FindingLine
          key={finding.id}
          finding={finding}
          isCurrent={finding.id === current?.id}
          locale={report.text.template.locale}
          onChoose={choose}
          decide={decide}
        />
      ))}
    </ol>
  )
  return (
    <>
      <h2 className="panel-title">{words.checks.title}</h2>
      {problem && <ProblemNotice problem={problem} />}
      {open.length > 0 ? (
        lines(open)
      ) : (
        <p className="faint">{words.checks[arrival === 'loaded' ? 'none' : arrival]}</p>
      )}
      {open.length > 0 && <Legend />}
      {settled.length > 0 && (
        <details className="checks-settled" open={settled.some(({ id }) => id === current?.id)}>
          <summary>{words.checks.settled(settled.length)}</summary>
          {lines(settled)}
        </details>
      )}
    </>
  )
}

/** How the words are marked in the text: by a shape as well as by a colour. */
function Legend() {
  const { words } = useLanguage()
  return (
    <p className="checks-legend">
      {words.checks.legend}
      {severities.map((severity) => (
        <span key={severity} className={`finding finding-${severity}`}>
          {words.checks.severities[severity]}
        </span>
      ))}
    </p>
  )
}
