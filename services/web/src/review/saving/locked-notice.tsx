import { useState } from 'react'
import { ActionButton } from '../../controls/action-button.tsx'
import { Icon } from '../../controls/icon.tsx'
import { useLanguage } from '../../language/language.tsx'
import { type Problem, sentenceFor } from '../../server/problem.ts'
import { copyText } from './copy-text.ts'

type LockedNoticeProps = {
  readonly problem: Problem
  readonly textToCopy: () => string
  readonly onReload: () => void
}

/** The server will not take the text: nothing is thrown away, and the person decides. */
export function LockedNotice({ problem, textToCopy, onReload }: LockedNoticeProps) {
  const { language, words } = useLanguage()
  const [outcome, setOutcome] = useState('')

  async function copy() {
    const copied = await copyText(textToCopy())
    setOutcome(copied ? words.saving.copied : words.saving.copyFailed)
  }

  return (
    <div className="notice notice-danger" role="alert">
      <Icon name="warning" />
      <div className="notice-text">
        <p className="notice-title">{words.saving.lockedTitle}</p>
        <p>{sentenceFor(problem.code, language)}</p>
        <p>{words.saving.lockedText}</p>
      </div>
      <div className="notice-actions">
        <ActionButton onPress={() => void copy()}>{words.saving.copy}</ActionButton>
        <ActionButton look="primary" icon="retry" onPress={onReload}>
          {words.saving.reload}
        </ActionButton>
        <span role="status">{outcome}</span>
      </div>
    </div>
  )
}
