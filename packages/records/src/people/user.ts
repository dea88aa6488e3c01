export type Role = 'doctor' | 'secretary' | 'administrator'

/** One person, one account: no shared login exists. */
export type User = {
  readonly id: string
  readonly login: string
  readonly displayName: string
  readonly role: Role
}
