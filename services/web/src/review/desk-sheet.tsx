import type { ReportReply, UserReply } from '@plume/contracts'
import type { ReactNode } from 'react'
import { ReportAddenda } from './report-sheet.tsx'
import { VersionView } from './version-view.tsx'

/** The text in the middle of the desk. An older version may lie before it; it waits behind, untouched. */
export function DeskSheet(props: {
  readonly report: ReportReply
  readonly people: readonly UserReply[]
  readonly viewing: number | null
  readonly onBack: () => void
  readonly children: ReactNode
}) {
  const { report, people, viewing, onBack, children } = props
  return (
    <div className="desk-scroll">
      <div className="desk-sheet">
        {viewing !== null && (
          <VersionView
            key={viewing}
            report={report}
            number={viewing}
            people={people}
            onBack={onBack}
          />
        )}
        <div hidden={viewing !== null}>
          {children}
          <ReportAddenda addenda={report.text.addenda} people={people} />
        </div>
      </div>
    </div>
  )
}
