import type { MacroReply } from '@plume/contracts'
import type { Locale } from '@plume/transcript'
import { useId, useState } from 'react'
import { oneOf } from '../address/address.ts'
import { SelectField, TextField } from '../controls/fields.tsx'
import { PlainDialog } from '../controls/plain-dialog.tsx'
import { ProblemNotice } from '../controls/problem-notice.tsx'
import { SaveButtons } from '../controls/save-buttons.tsx'
import { useLanguage } from '../language/language.tsx'
import { useAsking } from '../server/use-asking.ts'
import { useServer } from '../server/use-server.tsx'
import { roughParts } from './macro-parts.ts'
import { MacroPreview } from './macro-preview.tsx'

const locales: readonly Locale[] = ['en-CA', 'fr-CA', 'en-US', 'fr-FR']

type EditMacroDialogProps = {
  /** Null makes a new one. */
  readonly macro: MacroReply | null
  readonly owner: string | null
  readonly onSaved: () => void
  readonly onClose: () => void
}

export function EditMacroDialog({ macro, owner, onSaved, onClose }: EditMacroDialogProps) {
  const { language, words } = useLanguage()
  const server = useServer()
  const bodyId = useId()
  const [id] = useState(() => macro?.id ?? crypto.randomUUID())
  const [name, setName] = useState(macro?.name ?? '')
  const [locale, setLocale] = useState<Locale>(
    macro?.locale ?? (language === 'fr' ? 'fr-CA' : 'en-CA'),
  )
  const [spoken, setSpoken] = useState(macro?.spoken.join(', ') ?? '')
  const [body, setBody] = useState(macro?.body ?? '')
  const { isPending, problem, ask } = useAsking(onSaved)
  const isWhole = name.trim() !== '' && body.trim() !== ''

  function save() {
    const names = spoken.split(',').map((each) => each.trim())
    const named = { name, locale, spoken: names.filter((each) => each !== '') }
    void ask(() => server.putMacro(id, { authorId: owner, ...named, body }))
  }

  return (
    <PlainDialog
      title={macro ? words.macros.editTitle : words.macros.make}
      size="wide"
      onClose={onClose}
      actions={<SaveButtons isDisabled={isPending || !isWhole} onSave={save} onCancel={onClose} />}
    >
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        label={words.macros.columns.name}
        value={name}
        maxLength={100}
        autoFocus
        onChange={setName}
      />
      <TextField label={words.macros.spoken} isOptional value={spoken} onChange={setSpoken} />
      <SelectField
        label={words.macros.columns.language}
        value={locale}
        onChange={(value) => setLocale(oneOf(locales, value) ?? locale)}
      >
        {locales.map((each) => (
          <option key={each} value={each}>
            {words.locales[each]}
          </option>
        ))}
      </SelectField>
      <div className="field">
        <label className="field-label" htmlFor={bodyId}>
          {words.macros.columns.text}
        </label>
        <textarea
          id={bodyId}
          className="input macro-input"
          rows={7}
          maxLength={20_000}
          lang={locale}
          spellCheck={false}
          aria-describedby={`${bodyId}-hint`}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
        <p className="faint" id={`${bodyId}-hint`}>
          {words.macros.hint}
        </p>
      </div>
      <MacroPreview parts={roughParts(body)} locale={locale} />
    </PlainDialog>
  )
}
