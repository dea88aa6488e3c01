import type { DictationReply } from '@plume/contracts'
import { useState } from 'react'
import { ActionButton } from '../controls/action-button.tsx'
import { useLanguage } from '../language/language.tsx'
import { sentenceFor } from '../server/problem.ts'
import { useServer } from '../server/use-server.tsx'

type RetryButtonProps = {
  readonly dictation: DictationReply
  readonly onDone: () => void
  readonly onSaid: (sentence: string) => void
}

export function RetryButton({ dictation, onDone, onSaid }: RetryButtonProps) {
  const { language, words } = useLanguage()
  const server = useServer()
  const [isPending, setPending] = useState(false)

  async function retry() {
    setPending(true)
    const answer = await server.retryDictation(dictation.id)
    setPending(false)
    onSaid(
      'problem' in answer ? sentenceFor(answer.problem.code, language) : words.worklist.retried,
    )
    onDone()
  }

  return (
    <ActionButton
      icon="retry"
      label={words.worklist.retryLabel(dictation.fileName)}
      isPending={isPending}
      onPress={() => void retry()}
    >
      {words.worklist.retry}
    </ActionButton>
  )
}
