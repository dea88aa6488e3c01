import { useState } from 'react'
import { everything } from '../address/address.ts'
import { useNavigator } from '../address/use-address.tsx'
import { ActionButton } from '../controls/action-button.tsx'
import { useLanguage } from '../language/language.tsx'
import { useServer } from '../server/use-server.tsx'

/** From a finished report straight to the one that waits the longest, without the worklist between. */
export function NextDraftButton({ reportId }: { readonly reportId: string }) {
  const { words } = useLanguage()
  const server = useServer()
  const navigator = useNavigator()
  const [said, setSaid] = useState('')

  async function openNext() {
    const draft = { ...everything, state: 'draft' } as const
    const answer = await server.worklist(draft, AbortSignal.timeout(10_000))
    const items = 'value' in answer ? answer.value.items : []
    const next = items.find((item) => item.report && item.report.id !== reportId)?.report
    if (next) await navigator.go({ page: 'review', reportId: next.id })
    else setSaid(words.review.noNextDraft)
  }

  return (
    <>
      <span className="faint" role="status">
        {said}
      </span>
      <ActionButton look="primary" icon="forward" autoFocus onPress={() => void openNext()}>
        {words.review.nextDraft}
      </ActionButton>
    </>
  )
}
