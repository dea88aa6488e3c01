import type { TemplatesReply, UserReply } from '@plume/contracts'
import { oneOf, priorities } from '../address/address.ts'
import { SelectField, TextField } from '../controls/fields.tsx'
import { useLanguage } from '../language/language.tsx'
import { templateKey, type UploadDraft, type UploadProblems } from './upload-draft.ts'

type UploadFieldsProps = {
  readonly draft: UploadDraft
  readonly problems: UploadProblems
  readonly doctors: readonly UserReply[]
  readonly templates: TemplatesReply['items']
  readonly onChange: (part: Partial<UploadDraft>) => void
}

export function UploadFields(props: UploadFieldsProps) {
  return (
    <>
      <DictationFields {...props} />
      <PatientFields {...props} />
    </>
  )
}

function DictationFields({ draft, problems, doctors, templates, onChange }: UploadFieldsProps) {
  const { words } = useLanguage()
  return (
    <div className="field-grid">
      <SelectField
        label={words.upload.author}
        problem={problems.author ?? null}
        value={draft.author}
        onChange={(author) => onChange({ author })}
      >
        <option value="">{words.upload.chooseAuthor}</option>
        {doctors.map((doctor) => (
          <option key={doctor.id} value={doctor.id}>
            {doctor.displayName}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={words.upload.template}
        problem={problems.template ?? null}
        value={draft.template}
        onChange={(template) => onChange({ template })}
      >
        <option value="">{words.upload.chooseTemplate}</option>
        {templates.map((template) => (
          <option key={templateKey(template)} value={templateKey(template)}>
            {`${template.title}, ${words.locales[template.locale]}`}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={words.upload.language}
        value={draft.language}
        onChange={(value) => onChange({ language: value === 'auto' ? 'auto' : 'as-locale' })}
      >
        <option value="as-locale">{words.upload.languageOfTemplate}</option>
        <option value="auto">{words.upload.languageAuto}</option>
      </SelectField>
      <SelectField
        label={words.upload.priority}
        value={draft.priority}
        onChange={(value) => onChange({ priority: oneOf(priorities, value) ?? 'routine' })}
      >
        {[...priorities].reverse().map((priority) => (
          <option key={priority} value={priority}>
            {words.priorities[priority]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={words.upload.workType}
        maxLength={100}
        value={draft.workType}
        onChange={(workType) => onChange({ workType })}
      />
    </div>
  )
}

const sexes = ['female', 'male', 'other', 'unknown'] as const

function PatientFields({ draft, problems, onChange }: UploadFieldsProps) {
  const { words } = useLanguage()
  return (
    <fieldset className="field-group">
      <legend>{words.upload.patient}</legend>
      <div className="field-grid">
        <TextField
          label={words.upload.patientId}
          isOptional
          problem={problems.patientId ?? null}
          autoComplete="off"
          maxLength={100}
          value={draft.patientId}
          onChange={(patientId) => onChange({ patientId })}
        />
        <TextField
          label={words.upload.patientName}
          isOptional
          autoComplete="off"
          maxLength={300}
          value={draft.patientName}
          onChange={(patientName) => onChange({ patientName })}
        />
        <TextField
          label={words.upload.patientBirthDate}
          isOptional
          type="date"
          autoComplete="off"
          value={draft.birthDate}
          onChange={(birthDate) => onChange({ birthDate })}
        />
        <SelectField
          label={words.upload.patientSex}
          isOptional
          value={draft.sex}
          onChange={(sex) => onChange({ sex })}
        >
          <option value="">{words.upload.notGiven}</option>
          {sexes.map((sex) => (
            <option key={sex} value={sex}>
              {words.sexes[sex]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={words.upload.accession}
          isOptional
          autoComplete="off"
          maxLength={100}
          value={draft.accession}
          onChange={(accession) => onChange({ accession })}
        />
      </div>
    </fieldset>
  )
}
