import { ActionButton } from '../../controls/action-button.tsx'
import { PlainDialog } from '../../controls/plain-dialog.tsx'
import { ProblemNotice } from '../../controls/problem-notice.tsx'
import { useLanguage } from '../../language/language.tsx'
import { OpenFindings } from '../findings/open-findings.tsx'
import type { DeskFindings } from '../findings/use-findings.ts'
import type { ReportDialogProps } from './dialog-props.ts'

/** Asked where something that could do harm was not looked at, or may not have been: a question, not a lock. */
export function FinaliseDialog(
  props: Omit<ReportDialogProps, 'report'> & {
    readonly findings: DeskFindings
    readonly onConfirm: () => void
    readonly onLook: () => void
  },
) {
  const { findings, isBusy, problem, onClose, onConfirm, onLook } = props
  const { words } = useLanguage()
  return (
    <PlainDialog
      title={words.checks.finaliseTitle}
      isQuestion
      onClose={onClose}
      actions={
        <>
          <ActionButton look="primary" autoFocus onPress={onLook}>
            {findings.open > 0 ? words.checks.finaliseLook : words.app.cancel}
          </ActionButton>
          <ActionButton isDisabled={isBusy} onPress={onConfirm}>
            {words.checks.finaliseConfirm}
          </ActionButton>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {findings.openHigh > 0 && <p>{words.checks.finaliseText(findings.openHigh)}</p>}
      <OpenFindings findings={findings} />
    </PlainDialog>
  )
}
