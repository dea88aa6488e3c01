import type { DictationReply } from '@plume/contracts'
import type { Words } from '../language/en.ts'

/** What the upload form holds while it is filled in. */
export type UploadDraft = {
  readonly author: string
  /** Id and locale of a template, joined by `templateKey`. */
  readonly template: string
  /** `auto`: found in the recording, and in doubt the template's. */
  readonly language: 'as-locale' | 'auto'
  readonly workType: string
  readonly priority: DictationReply['priority']
  readonly patientId: string
  readonly patientName: string
  readonly birthDate: string
  readonly sex: string
  readonly accession: string
}

export const emptyDraft: UploadDraft = {
  author: '',
  template: '',
  language: 'as-locale',
  workType: 'general',
  priority: 'routine',
  patientId: '',
  patientName: '',
  birthDate: '',
  sex: '',
  accession: '',
}

/** The next dictation is often by the same author; it is never about the same patient by default. */
export function draftForNext(draft: UploadDraft): UploadDraft {
  const { author, template, language, workType, priority } = draft
  return { ...emptyDraft, author, template, language, workType, priority }
}

export function templateKey(template: { readonly id: string; readonly locale: string }): string {
  return `${template.locale} ${template.id}`
}

export type UploadProblems = Readonly<
  Partial<Record<'file' | 'author' | 'template' | 'patientId', string>>
>

/** What is still missing, each in a sentence at its field. */
export function missingFrom(
  draft: UploadDraft,
  hasFile: boolean,
  words: Words['upload'],
): UploadProblems {
  const hasPatient = [draft.patientName, draft.birthDate, draft.sex].some((part) => part !== '')
  return {
    ...(hasFile ? {} : { file: words.needFile }),
    ...(draft.author === '' ? { author: words.needAuthor } : {}),
    ...(draft.template === '' ? { template: words.needTemplate } : {}),
    ...(hasPatient && draft.patientId.trim() === '' ? { patientId: words.patientIdNeeded } : {}),
  }
}

/** The text parts of the upload, by their names in the contract. */
export function uploadFieldsOf(draft: UploadDraft): Readonly<Record<string, string>> {
  const [locale = '', template = ''] = draft.template.split(' ')
  const patient = withoutEmpty({
    id: draft.patientId.trim(),
    name: draft.patientName.trim(),
    birthDate: draft.birthDate,
    sex: draft.sex,
  })
  const order = withoutEmpty({ accession: draft.accession.trim() })
  return {
    author: draft.author,
    template,
    locale,
    language: draft.language,
    workType: draft.workType.trim() === '' ? 'general' : draft.workType.trim(),
    priority: draft.priority,
    ...(patient ? { patient: JSON.stringify(patient) } : {}),
    ...(order ? { order: JSON.stringify(order) } : {}),
  }
}

function withoutEmpty(parts: Readonly<Record<string, string>>) {
  const filled = Object.entries(parts).filter(([, value]) => value !== '')
  return filled.length > 0 ? Object.fromEntries(filled) : null
}
