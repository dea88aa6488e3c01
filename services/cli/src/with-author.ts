import type { Terminal } from './command.ts'
import { storage, withDatabase } from './join-database.ts'
import { Refused } from './refused.ts'

/** The option that names a doctor. */
export function authorOption(help: string) {
  return { author: { type: 'string', value: 'LOGIN', required: true, help } } as const
}

type Database = Parameters<Parameters<typeof withDatabase>[2]>[0]

/** Joins the database for something of a doctor. Refuses with `unknown-author` where no doctor has the login. */
export async function withAuthor<Result>(
  { config, stderr }: Terminal,
  login: string,
  work: (found: { readonly database: Database; readonly id: string }) => Promise<Result>,
): Promise<Result> {
  const say = (line: string) => void stderr.write(`${line}\n`)
  const { createAccounts } = await storage()
  return withDatabase(config, say, async (database) => {
    const user = await createAccounts(database).findByLogin(login)
    if (user?.role !== 'doctor') {
      throw new Refused('unknown-author', 'no doctor has that login', 'Name the login of a doctor.')
    }
    return work({ database, id: user.id })
  })
}
