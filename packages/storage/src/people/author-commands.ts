import type { AuthorCommands } from '@plume/records'
import { z } from 'zod'
import { appendAuditEvent } from '../audit-log.ts'
import type { Database } from '../postgres/database.ts'

const familiesSchema = z.array(z.string())

export function createAuthorCommands({ db }: Database): AuthorCommands {
  return {
    async offFor(authorId) {
      const row = await db
        .selectFrom('author_commands')
        .select('switched_off')
        .where('author_id', '=', authorId)
        .executeTakeFirst()
      return familiesSchema.parse(row?.switched_off ?? [])
    },

    async replace(authorId, off, event) {
      const replaced = { switched_off: JSON.stringify(off), replaced_at: event.at }
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('author_commands')
          .values({ author_id: authorId, ...replaced })
          .onConflict((conflict) => conflict.column('author_id').doUpdateSet(replaced))
          .execute()
        await appendAuditEvent(transaction, event)
      })
    },
  }
}
