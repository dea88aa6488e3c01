import { ActionButton } from '../../controls/action-button.tsx'
import { Icon } from '../../controls/icon.tsx'
import { PlainDialog } from '../../controls/plain-dialog.tsx'
import { ProblemNotice } from '../../controls/problem-notice.tsx'
import { useLanguage } from '../../language/language.tsx'
import { OpenFindings } from '../findings/open-findings.tsx'
import type { DeskFindings } from '../findings/use-findings.ts'
import { ReportSheet } from '../report-sheet.tsx'
import type { ReportDialogProps } from './dialog-props.ts'

/** Shows exactly what is signed: which patient, which version, every word, and what nobody has looked at. */
export function SignDialog(
  props: ReportDialogProps & { readonly findings: DeskFindings; readonly onConfirm: () => void },
) {
  const { report, findings, isBusy, problem, onClose, onConfirm } = props
  const { words } = useLanguage()
  const { patient } = report
  return (
    <PlainDialog
      title={words.review.signTitle}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <ActionButton
            look="primary"
            icon="seal"
            isDisabled={isBusy || findings.arrival === 'loading'}
            onPress={onConfirm}
          >
            {words.review.signConfirm}
          </ActionButton>
          <ActionButton autoFocus onPress={onClose}>
            {words.app.cancel}
          </ActionButton>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{words.review.signText(report.currentVersion)}</p>
      {report.demonstrationEngine && (
        <p className="report-demonstration">
          <Icon name="warning" />
          {words.review.demonstration}
        </p>
      )}
      <OpenFindings findings={findings} />
      <p className="sign-patient">
        <strong>{patient?.name ?? patient?.id ?? words.worklist.noPatient}</strong>
        {patient?.name && <span className="faint">{patient.id}</span>}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="sign-preview" tabIndex={0} aria-label={words.document.editor}>
        <ReportSheet text={report.text} />
      </section>
    </PlainDialog>
  )
}
