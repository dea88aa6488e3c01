import type { TemplatesReply } from '@plume/contracts'
import { useState } from 'react'
import { ActionButton } from '../../controls/action-button.tsx'
import { SelectField } from '../../controls/fields.tsx'
import { PlainDialog } from '../../controls/plain-dialog.tsx'
import { ProblemNotice } from '../../controls/problem-notice.tsx'
import { useLanguage } from '../../language/language.tsx'
import { useLoaded } from '../../server/use-loaded.ts'
import { useServer } from '../../server/use-server.tsx'
import { useSession } from '../../session/use-session.tsx'
import { templateKey } from '../../upload/upload-draft.ts'
import type { ReportDialogProps } from './dialog-props.ts'

export type ChosenTemplate = TemplatesReply['items'][number]

/** Asks into which template the text is to be put. */
export function TemplateDialog(
  props: ReportDialogProps & { readonly onConfirm: (template: ChosenTemplate) => void },
) {
  const { report, isBusy, problem, onClose, onConfirm } = props
  const { words } = useLanguage()
  const server = useServer()
  const { entered } = useSession()
  const templates = useLoaded(entered, server.templates)
  const now = templateKey(report.text.template)
  const [key, setKey] = useState(now)
  const items = templates.value?.items ?? []
  const chosen = items.find((template) => templateKey(template) === key)
  const refused = problem ?? templates.problem
  return (
    <PlainDialog
      title={words.review.templateTitle}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            look="primary"
            icon="page"
            isDisabled={isBusy || !chosen || key === now}
            onPress={() => chosen && onConfirm(chosen)}
          >
            {words.review.templateConfirm}
          </ActionButton>
          <ActionButton onPress={onClose}>{words.app.cancel}</ActionButton>
        </>
      }
    >
      {refused && <ProblemNotice problem={refused} />}
      <p>{words.review.templateText}</p>
      <SelectField label={words.upload.template} value={key} onChange={setKey}>
        {items.map((template) => (
          <option key={templateKey(template)} value={templateKey(template)}>
            {`${template.title}, ${words.locales[template.locale]}`}
          </option>
        ))}
      </SelectField>
    </PlainDialog>
  )
}
