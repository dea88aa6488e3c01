import { useId, useState } from 'react'
import { ActionButton } from '../../controls/action-button.tsx'
import { PlainDialog } from '../../controls/plain-dialog.tsx'
import { ProblemNotice } from '../../controls/problem-notice.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { ReportDialogProps } from './dialog-props.ts'

export function AddendumDialog(
  props: ReportDialogProps & { readonly onConfirm: (text: string) => void },
) {
  const { report, isBusy, problem, onClose, onConfirm } = props
  const { words } = useLanguage()
  const [text, setText] = useState('')
  const id = useId()
  return (
    <PlainDialog
      title={words.review.addendumTitle}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            look="primary"
            icon="seal"
            isDisabled={isBusy || text.trim() === ''}
            onPress={() => onConfirm(text)}
          >
            {words.review.addendumConfirm}
          </ActionButton>
          <ActionButton onPress={onClose}>{words.app.cancel}</ActionButton>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{words.review.addendumText}</p>
      <label className="field-label" htmlFor={id}>
        {words.review.addendumField}
      </label>
      <textarea
        id={id}
        className="input addendum-input"
        rows={6}
        maxLength={20_000}
        lang={report.text.template.locale}
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the dialog exists to write in this box
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </PlainDialog>
  )
}
