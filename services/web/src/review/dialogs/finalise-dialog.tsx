import { ActionButton } from '../../controls/action-button.tsx'
import { PlainDialog } from '../../controls/plain-dialog.tsx'
import { ProblemNotice } from '../../controls/problem-notice.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { ReportDialogProps } from './dialog-props.ts'

/** Asked where something that could do harm has not been looked at: a question, not a lock. */
export function FinaliseDialog(
  props: Omit<ReportDialogProps, 'report'> & {
    /** How many there are. */
    readonly open: number
    readonly onConfirm: () => void
    readonly onLook: () => void
  },
) {
  const { open, isBusy, problem, onClose, onConfirm, onLook } = props
  const { words } = useLanguage()
  return (
    <PlainDialog
      title={words.checks.finaliseTitle}
      isQuestion
      onClose={onClose}
      actions={
        <>
          <ActionButton look="primary" autoFocus onPress={onLook}>
            {words.checks.finaliseLook}
          </ActionButton>
          <ActionButton isDisabled={isBusy} onPress={onConfirm}>
            {words.checks.finaliseConfirm}
          </ActionButton>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{words.checks.finaliseText(open)}</p>
    </PlainDialog>
  )
}
