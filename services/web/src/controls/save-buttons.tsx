import { useLanguage } from '../language/language.tsx'
import { ActionButton } from './action-button.tsx'

/** Save and cancel, at the bottom of a form. */
export function SaveButtons(props: {
  readonly isDisabled: boolean
  readonly onSave: () => void
  readonly onCancel: () => void
}) {
  const { words } = useLanguage()
  return (
    <>
      <ActionButton
        look="primary"
        icon="check"
        isDisabled={props.isDisabled}
        onPress={props.onSave}
      >
        {words.app.save}
      </ActionButton>
      <ActionButton onPress={props.onCancel}>{words.app.cancel}</ActionButton>
    </>
  )
}
