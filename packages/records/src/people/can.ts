import type { Role } from './user.ts'

/** Everything a signed-in person may be allowed to do. Each API route names one. */
export type Action =
  | 'upload-dictation'
  | 'read-worklist'
  | 'read-patient'
  | 'play-recording'
  | 'retry-dictation'
  | 'read-report'
  | 'edit-report'
  | 'sign-report'
  | 'list-users'
  | 'read-templates'
  | 'read-engines'
  | 'edit-vocabulary'
  | 'read-macros'
  | 'edit-macros'
  | 'read-correspondents'
  | 'edit-correspondents'

const clinical: readonly Role[] = ['doctor', 'secretary']
const everyone: readonly Role[] = ['doctor', 'secretary', 'administrator']

/** Administrators keep the system running; they do not read what it holds about patients. */
const allowed: Readonly<Record<Action, readonly Role[]>> = {
  'upload-dictation': clinical,
  'read-worklist': everyone,
  'read-patient': clinical,
  'play-recording': clinical,
  'retry-dictation': everyone,
  'read-report': clinical,
  'edit-report': clinical,
  'sign-report': ['doctor'],
  'list-users': everyone,
  'read-templates': everyone,
  'read-engines': ['administrator'],
  'edit-vocabulary': everyone,
  'read-macros': everyone,
  'edit-macros': everyone,
  'read-correspondents': everyone,
  'edit-correspondents': everyone,
}

export function can(role: Role, action: Action): boolean {
  return allowed[action].includes(role)
}
