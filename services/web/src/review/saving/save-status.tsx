import { ActionButton } from '../../controls/action-button.tsx'
import { Icon } from '../../controls/icon.tsx'
import { useLanguage } from '../../language/language.tsx'
import { sentenceFor } from '../../server/problem.ts'
import type { Autosave } from './autosave.ts'
import type { AutosavePhase } from './autosave-state.ts'
import { useAutosaveState } from './use-autosave.ts'

/** One line that always says how the text on the screen stands to the server. */
export function SaveStatus(props: { readonly autosave: Autosave; readonly onRetry: () => void }) {
  const { autosave, onRetry } = props
  const { words } = useLanguage()
  const state = useAutosaveState(autosave)
  if (!state) return null
  const { phase, version } = state
  return (
    <div className={`save-status save-${phase.kind}`}>
      <Icon name={iconOf(phase)} />
      <span role="status" aria-label={words.saving.status}>
        <PhaseSentence phase={phase} version={version} />
      </span>
      {phase.kind === 'failed' && (
        <ActionButton icon="retry" onPress={onRetry}>
          {words.saving.retry}
        </ActionButton>
      )}
    </div>
  )
}

function PhaseSentence(props: { readonly phase: AutosavePhase; readonly version: number }) {
  const { language, words, format } = useLanguage()
  const { phase } = props
  switch (phase.kind) {
    case 'clean':
      return words.saving.saved(format.number(props.version))
    case 'changed':
      return words.saving.unsaved
    case 'saving':
      return words.saving.saving
    case 'signed-out':
      return words.saving.signInFirst
    case 'failed':
      return words.saving.notSaved(sentenceFor(phase.problem.code, language))
    case 'locked':
      return words.saving.lockedStatus
  }
}

function iconOf(phase: AutosavePhase) {
  switch (phase.kind) {
    case 'clean':
      return 'check'
    case 'changed':
    case 'saving':
      return 'dots'
    case 'failed':
    case 'signed-out':
    case 'locked':
      return 'warning'
  }
}
