import type { User } from '@plume/records'
import { createAccounts, type Database } from '@plume/storage'

export const password = 'correct horse battery'

/** A user of each role; the login is the role's name. */
export async function makePeople(database: Database): Promise<{
  readonly doctor: User
  readonly otherDoctor: User
  readonly secretary: User
  readonly otherSecretary: User
  readonly administrator: User
}> {
  const accounts = createAccounts(database)
  const make = async (login: string, role: User['role']) => {
    const made = await accounts.createUser({ login, displayName: `Test ${login}`, role, password })
    if ('refused' in made) throw new Error(made.refused)
    return made
  }
  return {
    doctor: await make('doctor', 'doctor'),
    otherDoctor: await make('other-doctor', 'doctor'),
    secretary: await make('secretary', 'secretary'),
    otherSecretary: await make('other-secretary', 'secretary'),
    administrator: await make('administrator', 'administrator'),
  }
}
