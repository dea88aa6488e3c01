import { ActionButton } from '../../controls/action-button.tsx'
import { PlainDialog } from '../../controls/plain-dialog.tsx'
import { ProblemNotice } from '../../controls/problem-notice.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { ReportDialogProps } from './dialog-props.ts'

export function TakeOverDialog(props: ReportDialogProps & { readonly onConfirm: () => void }) {
  const { report, isBusy, problem, onClose, onConfirm } = props
  const { words } = useLanguage()
  return (
    <PlainDialog
      title={words.review.takeOverTitle}
      isQuestion
      onClose={onClose}
      actions={
        <>
          <ActionButton look="primary" isDisabled={isBusy} onPress={onConfirm}>
            {words.review.takeOver}
          </ActionButton>
          <ActionButton autoFocus onPress={onClose}>
            {words.app.cancel}
          </ActionButton>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{words.review.takeOverText(report.claimedByName ?? words.source.unknownPerson)}</p>
    </PlainDialog>
  )
}
