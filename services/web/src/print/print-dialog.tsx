import { useState } from 'react'
import { oneOf } from '../address/address.ts'
import { ActionButton } from '../controls/action-button.tsx'
import { SelectField } from '../controls/fields.tsx'
import { PlainDialog } from '../controls/plain-dialog.tsx'
import { useLanguage } from '../language/language.tsx'
import { useServer } from '../server/use-server.tsx'
import { printKinds } from './print-kinds.ts'

/** What of these reports is printed. The page for the printer opens beside this one. */
export function PrintDialog(props: {
  readonly reportIds: readonly string[]
  readonly onClose: () => void
}) {
  const { reportIds, onClose } = props
  const { words } = useLanguage()
  const server = useServer()
  const [kind, setKind] = useState<(typeof printKinds)[number]>('reports')
  return (
    <PlainDialog
      title={words.print.title(reportIds.length)}
      onClose={onClose}
      actions={
        <>
          <a
            className="button button-primary"
            href={server.printPath(reportIds, kind)}
            target="_blank"
            rel="noreferrer"
            onClick={onClose}
          >
            {words.print.open}
          </a>
          <ActionButton onPress={onClose}>{words.app.cancel}</ActionButton>
        </>
      }
    >
      <SelectField
        label={words.print.what}
        value={kind}
        onChange={(value) => setKind(oneOf(printKinds, value) ?? kind)}
      >
        {printKinds.map((each) => (
          <option key={each} value={each}>
            {words.print.kinds[each]}
          </option>
        ))}
      </SelectField>
      <p className="faint">{words.print.hint}</p>
    </PlainDialog>
  )
}
