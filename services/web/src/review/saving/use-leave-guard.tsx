import { type ReactNode, useEffect, useState } from 'react'
import { useNavigator } from '../../address/use-address.tsx'
import { ActionButton } from '../../controls/action-button.tsx'
import { PlainDialog } from '../../controls/plain-dialog.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Autosave } from './autosave.ts'
import { holdsUnsavedText } from './autosave-state.ts'

/**
 * Saves before the page is left; asks only when that fails. Gives the question to show, if there is
 * one to ask.
 */
export function useLeaveGuard(autosave: Autosave | null): ReactNode {
  const { words } = useLanguage()
  const navigator = useNavigator()
  const [answer, setAnswer] = useState<((leave: boolean) => void) | null>(null)

  useEffect(() => {
    if (!autosave) return
    return navigator.guard(async () => {
      if (!holdsUnsavedText(autosave.state().phase)) return true
      if (await autosave.flush()) return true
      return new Promise<boolean>((resolve) => setAnswer(() => resolve))
    })
  }, [autosave, navigator])

  if (!answer) return null
  const decide = (leave: boolean) => {
    setAnswer(null)
    answer(leave)
  }
  return (
    <PlainDialog
      title={words.saving.leaveTitle}
      isQuestion
      onClose={() => decide(false)}
      actions={
        <>
          <ActionButton look="primary" autoFocus onPress={() => decide(false)}>
            {words.saving.stay}
          </ActionButton>
          <ActionButton look="danger" onPress={() => decide(true)}>
            {words.saving.leave}
          </ActionButton>
        </>
      }
    >
      <p>{words.saving.leaveText}</p>
    </PlainDialog>
  )
}
