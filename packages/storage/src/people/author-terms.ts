import type { AuthorTerms } from '@plume/records'
import { z } from 'zod'
import { appendAuditEvent } from '../audit-log.ts'
import type { Database } from '../postgres/database.ts'

const termsSchema = z.array(z.string())

export function createAuthorTerms({ db }: Database): AuthorTerms {
  return {
    async of(authorId) {
      const row = await db
        .selectFrom('author_terms')
        .select('terms')
        .where('author_id', '=', authorId)
        .executeTakeFirst()
      return termsSchema.parse(row?.terms ?? [])
    },

    async replace(authorId, terms, event) {
      const replaced = { terms: JSON.stringify(terms), replaced_at: event.at }
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('author_terms')
          .values({ author_id: authorId, ...replaced })
          .onConflict((conflict) => conflict.column('author_id').doUpdateSet(replaced))
          .execute()
        await appendAuditEvent(transaction, event)
      })
    },
  }
}
