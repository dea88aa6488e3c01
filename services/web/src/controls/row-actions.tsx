import { useLanguage } from '../language/language.tsx'
import { ActionButton } from './action-button.tsx'

/** What can be done with the thing of a line. */
export function RowActions(props: {
  readonly editLabel: string
  readonly removeLabel: string
  readonly onEdit: () => void
  readonly onRemove: () => void
}) {
  const { words } = useLanguage()
  return (
    <span className="cell-actions">
      <ActionButton label={props.editLabel} onPress={props.onEdit}>
        {words.app.edit}
      </ActionButton>
      <ActionButton look="quiet" label={props.removeLabel} onPress={props.onRemove}>
        {words.app.remove}
      </ActionButton>
    </span>
  )
}
