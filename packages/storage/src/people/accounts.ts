import { randomUUID } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { roleSchema } from '@plume/contracts'
import type { Role, User } from '@plume/records'
import type { Selectable } from 'kysely'
import type { Database, Tables } from '../postgres/database.ts'

/** argon2id parameters of OWASP's password storage cheat sheet: 19 MiB, two passes, one lane. */
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Verified when the login is unknown, so that both answers take the same work. */
const hashOfNobody = hash('nobody has this password', argon2)

export function createAccounts({ db }: Database) {
  return {
    async createUser(account: {
      readonly login: string
      readonly displayName: string
      readonly role: Role
      readonly password: string
    }): Promise<User | { readonly refused: 'login-taken' }> {
      const row = await db
        .insertInto('users')
        .values({
          id: randomUUID(),
          login: account.login.toLowerCase(),
          display_name: account.displayName,
          role: account.role,
          password_hash: await hash(account.password, argon2),
        })
        .onConflict((conflict) => conflict.column('login').doNothing())
        .returningAll()
        .executeTakeFirst()
      return row ? userOf(row) : { refused: 'login-taken' }
    },

    async findUser(id: string): Promise<User | null> {
      const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? userOf(row) : null
    },

    async findByLogin(login: string): Promise<User | null> {
      const row = await byLogin(login).executeTakeFirst()
      return row ? userOf(row) : null
    },

    async listUsers(role?: Role): Promise<readonly User[]> {
      let query = db.selectFrom('users').selectAll().orderBy('display_name').orderBy('id')
      if (role) query = query.where('role', '=', role)
      return (await query.execute()).map(userOf)
    },

    /** The user, if the password is theirs. */
    async verifyPassword(login: string, password: string): Promise<User | null> {
      const row = await byLogin(login).executeTakeFirst()
      const matches = await verify(row?.password_hash ?? (await hashOfNobody), password)
      return row && matches ? userOf(row) : null
    },

    async setPassword(userId: string, password: string): Promise<void> {
      await db
        .updateTable('users')
        .set({ password_hash: await hash(password, argon2) })
        .where('id', '=', userId)
        .execute()
    },
  }

  function byLogin(login: string) {
    return db.selectFrom('users').selectAll().where('login', '=', login.toLowerCase())
  }
}

export type Accounts = ReturnType<typeof createAccounts>

export function userOf(row: Selectable<Tables['users']>): User {
  return {
    id: row.id,
    login: row.login,
    displayName: row.display_name,
    role: roleSchema.parse(row.role),
  }
}
