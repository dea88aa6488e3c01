/** A file of the folder at one look. */
export type WatchedFile = {
  /** From the watched folder, with `/` between. */
  readonly path: string
  readonly size: number
  readonly mtimeMs: number
}

/** Why a file stays where it is until a person does something. */
export type LeftBecause =
  | 'wrong-rules'
  | 'unreadable-file'
  | 'unreadable-folder'
  | 'unreadable-name'
  | 'too-deep'
  | 'too-many-files'
  | 'lone-sidecar'
  | 'sidecar-awaited'

/** Why a file was not taken: a code, and the sentence for each language. */
export type Rejection = {
  readonly code: string
  readonly en: string
  readonly fr: string
}

/** What is known of a recording beside its bytes: `author`, `patient.id`... */
export type WatchedDetails = Readonly<Record<string, string>>

export const detailNames = [
  'author',
  'template',
  'locale',
  'language',
  'workType',
  'priority',
  'patient.id',
  'patient.name',
  'patient.birthDate',
  'patient.sex',
  'order.accession',
  'order.visit',
  'order.date',
  'order.requestedBy',
] as const
