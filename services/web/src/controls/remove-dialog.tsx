import { useLanguage } from '../language/language.tsx'
import type { Answer } from '../server/problem.ts'
import { useAsking } from '../server/use-asking.ts'
import { ActionButton } from './action-button.tsx'
import { PlainDialog } from './plain-dialog.tsx'
import { ProblemNotice } from './problem-notice.tsx'

type RemoveDialogProps = {
  readonly title: string
  readonly text: string
  readonly remove: () => Promise<Answer<unknown>>
  readonly onRemoved: () => void
  readonly onClose: () => void
}

/** Asks before something goes that cannot be brought back. */
export function RemoveDialog({ title, text, remove, onRemoved, onClose }: RemoveDialogProps) {
  const { words } = useLanguage()
  const { isPending, problem, ask } = useAsking(onRemoved)
  return (
    <PlainDialog
      title={title}
      isQuestion
      onClose={onClose}
      actions={
        <>
          <ActionButton look="danger" isDisabled={isPending} onPress={() => void ask(remove)}>
            {words.app.remove}
          </ActionButton>
          <ActionButton autoFocus onPress={onClose}>
            {words.app.cancel}
          </ActionButton>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{text}</p>
    </PlainDialog>
  )
}
