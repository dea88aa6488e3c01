import type { Given } from './command.ts'

/** For commands that read recordings, which may be encrypted. */
export const passwordOption = {
  type: 'string',
  value: 'P',
  help: 'password of an encrypted recording',
} as const

export const passwordDetails: readonly string[] = [
  'A password on the command line can be seen by other users of this machine while the command runs.',
]

export function passwordsIn(values: Given['values']): readonly string[] {
  return typeof values.password === 'string' ? [values.password] : []
}
