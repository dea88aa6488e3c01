import type { DictationReply } from '@plume/contracts'
import { type FormEvent, useState } from 'react'
import { ActionButton } from '../controls/action-button.tsx'
import { TextField } from '../controls/fields.tsx'
import { PlainDialog } from '../controls/plain-dialog.tsx'
import { ProblemNotice } from '../controls/problem-notice.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Problem } from '../server/problem.ts'
import { useServer } from '../server/use-server.tsx'

type UnlockButtonProps = {
  readonly dictation: DictationReply
  readonly onDone: () => void
  readonly onSaid: (sentence: string) => void
}

/** Asks for the password of an encrypted recording. Once is enough: it is kept for the author. */
export function UnlockButton({ dictation, onDone, onSaid }: UnlockButtonProps) {
  const { words } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionButton
        icon="lock"
        label={words.worklist.unlockLabel(dictation.fileName)}
        onPress={() => setOpen(true)}
      >
        {words.worklist.unlock}
      </ActionButton>
      {isOpen && (
        <UnlockDialog
          dictation={dictation}
          onClose={() => setOpen(false)}
          onUnlocked={(count) => {
            setOpen(false)
            onSaid(words.worklist.unlocked(count))
            onDone()
          }}
        />
      )}
    </>
  )
}

function UnlockDialog(props: {
  readonly dictation: DictationReply
  readonly onClose: () => void
  readonly onUnlocked: (count: number) => void
}) {
  const { dictation, onClose, onUnlocked } = props
  const { words } = useLanguage()
  const server = useServer()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isPending, setPending] = useState(false)

  async function unlock() {
    if (isPending || password === '') return
    setPending(true)
    const answer = await server.unlockRecording(dictation.id, password)
    setPending(false)
    if ('problem' in answer) setProblem(answer.problem)
    else onUnlocked(answer.value.unlocked.length)
  }

  return (
    <PlainDialog
      title={words.worklist.unlockTitle}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            look="primary"
            icon="lock"
            isPending={isPending}
            isDisabled={password === ''}
            onPress={() => void unlock()}
          >
            {words.worklist.unlockConfirm}
          </ActionButton>
          <ActionButton onPress={onClose}>{words.app.cancel}</ActionButton>
        </>
      }
    >
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void unlock()
        }}
      >
        {problem && <ProblemNotice problem={problem} />}
        <p>{words.worklist.unlockText(dictation.authorName)}</p>
        <TextField
          label={words.worklist.unlockField}
          // Not the person's own password: the browser must neither offer nor keep one.
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          autoFocus
          value={password}
          onChange={setPassword}
        />
      </form>
    </PlainDialog>
  )
}
