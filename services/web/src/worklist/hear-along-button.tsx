import type { DictationReply } from '@plume/contracts'
import { ActionButton } from '../controls/action-button.tsx'
import { useLanguage } from '../language/language.tsx'

/** Asks for the words that have been heard so far. */
export function HearAlongButton(props: {
  readonly dictation: DictationReply
  readonly onPress: () => void
}) {
  const { words } = useLanguage()
  return (
    <ActionButton
      icon="dots"
      label={words.worklist.heardLabel(props.dictation.fileName)}
      onPress={props.onPress}
    >
      {words.worklist.heard}
    </ActionButton>
  )
}
