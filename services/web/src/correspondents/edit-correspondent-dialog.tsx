import type { CorrespondentReply, PutCorrespondentBody } from '@plume/contracts'
import { useId, useState } from 'react'
import { oneOf } from '../address/address.ts'
import { SelectField, TextField } from '../controls/fields.tsx'
import { PlainDialog } from '../controls/plain-dialog.tsx'
import { ProblemNotice } from '../controls/problem-notice.tsx'
import { SaveButtons } from '../controls/save-buttons.tsx'
import { useLanguage } from '../language/language.tsx'
import { useAsking } from '../server/use-asking.ts'
import { useServer } from '../server/use-server.tsx'

const longest = 100

type EditCorrespondentDialogProps = {
  /** Null makes a new entry. */
  readonly person: CorrespondentReply | null
  readonly onSaved: (person: CorrespondentReply) => void
  readonly onClose: () => void
}

export function EditCorrespondentDialog(props: EditCorrespondentDialogProps) {
  const { person, onSaved, onClose } = props
  const { language, words } = useLanguage()
  const server = useServer()
  const [id] = useState(() => person?.id ?? crypto.randomUUID())
  const [draft, setDraft] = useState(() => draftOf(person, language))
  const { isPending, problem, ask } = useAsking(onSaved)

  function save() {
    const lines = draft.lines.map((line) => line.trim()).filter((line) => line !== '')
    void ask(() => server.putCorrespondent(id, { ...draft, lines }))
  }

  return (
    <PlainDialog
      title={person ? words.correspondents.editTitle : words.correspondents.make}
      size="wide"
      onClose={onClose}
      actions={
        <SaveButtons
          isDisabled={isPending || draft.familyName.trim() === ''}
          onSave={save}
          onCancel={onClose}
        />
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      <CorrespondentFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
    </PlainDialog>
  )
}

type Draft = PutCorrespondentBody

function draftOf(person: CorrespondentReply | null, language: 'en' | 'fr'): Draft {
  if (!person) {
    const none = { number: '', title: '', givenName: '', familyName: '', degrees: '' }
    const rest = { specialty: '', lines: [], phone: '', fax: '', salutations: { en: '', fr: '' } }
    return { ...none, ...rest, language }
  }
  const { id: _id, writtenName: _name, changedAt: _at, ...draft } = person
  return draft
}

const plainFields = [
  'title',
  'givenName',
  'familyName',
  'degrees',
  'specialty',
  'number',
  'phone',
  'fax',
] as const

function CorrespondentFields(props: {
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
}) {
  const { draft, onChange } = props
  const { words } = useLanguage()
  const linesId = useId()
  const { fields, languages } = words.correspondents
  const { salutations } = draft
  return (
    <div className="correspondent-fields">
      {plainFields.map((field) => (
        <TextField
          key={field}
          label={fields[field]}
          isOptional={field !== 'familyName'}
          autoFocus={field === 'title'}
          maxLength={longest}
          value={draft[field]}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
      <div className="field field-whole">
        <label className="field-label" htmlFor={linesId}>
          {fields.lines}
        </label>
        <textarea
          id={linesId}
          className="input"
          rows={5}
          spellCheck={false}
          value={draft.lines.join('\n')}
          onChange={(event) => onChange({ lines: event.target.value.split('\n') })}
        />
      </div>
      <SelectField
        label={fields.language}
        value={draft.language}
        onChange={(value) => onChange({ language: oneOf(['en', 'fr'], value) ?? draft.language })}
      >
        <option value="en">{languages.en}</option>
        <option value="fr">{languages.fr}</option>
      </SelectField>
      <TextField
        label={fields.salutationEn}
        isOptional
        maxLength={longest}
        value={salutations.en}
        onChange={(en) => onChange({ salutations: { ...salutations, en } })}
      />
      <TextField
        label={fields.salutationFr}
        isOptional
        maxLength={longest}
        value={salutations.fr}
        onChange={(fr) => onChange({ salutations: { ...salutations, fr } })}
      />
    </div>
  )
}
