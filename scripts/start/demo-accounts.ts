import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Role } from '@plume/records'
import { createAccounts, type Database } from '@plume/storage'

export type DemoAccount = {
  readonly login: string
  readonly displayName: string
  readonly role: Role
  readonly password: string
}

const wanted: readonly Omit<DemoAccount, 'password'>[] = [
  { login: 'demo-doctor', displayName: 'Dr. Demo Doctor', role: 'doctor' },
  { login: 'demo-secretary', displayName: 'Demo Secretary', role: 'secretary' },
  { login: 'demo-administrator', displayName: 'Demo Administrator', role: 'administrator' },
]

/**
 * One account of each role, with passwords made on this machine and kept in a file that only its
 * owner can read. The database may be older or newer than the file: the file wins.
 */
export async function demoAccounts(
  database: Database,
  dataDir: string,
): Promise<readonly DemoAccount[]> {
  const file = join(dataDir, 'demo-accounts.json')
  const kept = await readKept(file)
  const accounts = wanted.map((account) => ({
    ...account,
    password: kept[account.login] ?? randomBytes(15).toString('base64url'),
  }))
  if (accounts.some(({ login }) => kept[login] === undefined)) await keep(file, accounts)
  await Promise.all(accounts.map((account) => ensure(database, account)))
  return accounts
}

async function ensure(database: Database, account: DemoAccount): Promise<void> {
  const store = createAccounts(database)
  const created = await store.createUser(account)
  if (!('refused' in created)) return
  if (await store.verifyPassword(account.login, account.password)) return
  const users = await store.listUsers()
  const user = users.find(({ login }) => login === account.login)
  if (user) await store.setPassword(user.id, account.password)
}

/** Passwords by login. Nothing where the file is not there or not ours. */
async function readKept(file: string): Promise<Readonly<Record<string, string>>> {
  const content = await readFile(file, 'utf8').catch(() => '{}')
  const parsed: unknown = JSON.parse(content)
  if (typeof parsed !== 'object' || parsed === null) return {}
  return Object.fromEntries(
    Object.entries(parsed).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}

async function keep(file: string, accounts: readonly DemoAccount[]): Promise<void> {
  const byLogin = Object.fromEntries(accounts.map(({ login, password }) => [login, password]))
  await writeFile(`${file}.new`, `${JSON.stringify(byLogin, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}
