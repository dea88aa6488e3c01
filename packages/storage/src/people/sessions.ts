import { createHash, randomBytes } from 'node:crypto'
import type { User } from '@plume/records'
import { sql } from 'kysely'
import type { Database } from '../postgres/database.ts'
import { userOf } from './accounts.ts'

export type SessionLimits = {
  /** A session unused for this long is over. */
  readonly idleMs: number
  /** A session this old is over, however busy. */
  readonly absoluteMs: number
}

const defaultLimits: SessionLimits = { idleMs: 15 * 60_000, absoluteMs: 12 * 3_600_000 }

/** Sessions kept on the server: closing one ends it at the next request. */
export function createSessions({ db }: Database, limits: SessionLimits = defaultLimits) {
  const within = (column: 'opened_at' | 'used_at', ms: number) =>
    sql<boolean>`s.${sql.ref(column)} > now() - ${ms} * interval '1 millisecond'`

  return {
    /** The token goes to the person's browser and is not kept here, only its SHA-256. */
    async open(userId: string): Promise<{ readonly token: string; readonly expiresAt: Date }> {
      const token = randomBytes(32).toString('base64url')
      await db
        .insertInto('sessions')
        .values({ token_sha256: sha256(token), user_id: userId })
        .execute()
      await sql`delete from sessions where opened_at < now() - ${limits.absoluteMs} * interval '1 millisecond'`.execute(
        db,
      )
      return { token, expiresAt: new Date(Date.now() + limits.absoluteMs) }
    },

    /** Whose session it is, if it is still open; using it keeps it from going idle. */
    async find(token: string): Promise<{ readonly id: string; readonly user: User } | null> {
      const session = await this.look(token)
      if (!session) return null
      await this.touch(token, session.usedAt)
      return { id: session.id, user: session.user }
    },

    /** The same without using it: an open page that nobody touches must go idle. */
    async look(
      token: string,
    ): Promise<{ readonly id: string; readonly user: User; readonly usedAt: Date } | null> {
      const row = await db
        .selectFrom('sessions as s')
        .innerJoin('users as u', 'u.id', 's.user_id')
        .selectAll('u')
        .select('s.used_at')
        .where('s.token_sha256', '=', sha256(token))
        .where(within('opened_at', limits.absoluteMs))
        .where(within('used_at', limits.idleMs))
        .executeTakeFirst()
      return row ? { id: sha256(token), user: userOf(row), usedAt: row.used_at } : null
    },

    /** Written at most once a minute: reading must stay cheap. */
    async touch(token: string, usedAt: Date): Promise<void> {
      if (Date.now() - usedAt.getTime() < Math.min(60_000, limits.idleMs / 10)) return
      await db
        .updateTable('sessions')
        .set({ used_at: sql<Date>`now()` })
        .where('token_sha256', '=', sha256(token))
        .execute()
    },

    async close(token: string): Promise<void> {
      await db.deleteFrom('sessions').where('token_sha256', '=', sha256(token)).execute()
    },

    async closeAllOf(userId: string): Promise<void> {
      await db.deleteFrom('sessions').where('user_id', '=', userId).execute()
    },
  }
}

export type Sessions = ReturnType<typeof createSessions>

function sha256(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
