import type { ReportText } from '@plume/transcript'
import { ActionButton } from '../../controls/action-button.tsx'
import { useLanguage } from '../../language/language.tsx'
import { reviewCommands } from '../commands/review-commands.ts'
import { RecipientBlocks } from './recipient-blocks.tsx'

/** Above the text of a letter, and of nothing else: to whom it goes, and the button that changes it. */
export function AddresseeBox(props: {
  readonly text: ReportText
  readonly mayChoose: boolean
  readonly onChoose: () => void
}) {
  const { words } = useLanguage()
  const { text, mayChoose, onChoose } = props
  const { layout, recipients = [] } = text
  if (layout !== 'letter') return null
  const key = reviewCommands.find(({ id }) => id === 'letter')?.keys[0]
  return (
    <section className="addressee-box" aria-label={words.letters.addressees}>
      {recipients.length === 0 && <p className="faint">{words.letters.nobodyChosen}</p>}
      <RecipientBlocks recipients={recipients} />
      {mayChoose && (
        <ActionButton icon="person" shortcut={key} onPress={onChoose}>
          {words.letters.choose}
        </ActionButton>
      )}
    </section>
  )
}
