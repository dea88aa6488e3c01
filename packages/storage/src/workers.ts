import type { EngineIdentity } from '@plume/transcript'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from './postgres/database.ts'

export type AnnouncedWorker = {
  readonly id: string
  readonly engines: readonly EngineIdentity[]
  readonly languages: readonly string[]
}

const enginesSchema = z.array(
  z.object({
    engine: z.string(),
    model: z.string(),
    modelSha256: z.string(),
    demonstrationOnly: z.boolean(),
  }),
)

/** Which workers are there, and what they can do. A worker that falls silent is not there any more. */
export function createWorkerRegistry({ db }: Database) {
  return {
    async announce({ id, engines, languages }: AnnouncedWorker): Promise<void> {
      const facts = { engines: JSON.stringify(engines), languages: [...languages] }
      await db
        .insertInto('workers')
        .values({ id, ...facts })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({ ...facts, seen_at: sql<Date>`now()` }),
        )
        .execute()
    },

    async retire(id: string): Promise<void> {
      await db.deleteFrom('workers').where('id', '=', id).execute()
    },

    async list(freshWithinMs: number): Promise<readonly AnnouncedWorker[]> {
      const rows = await db
        .selectFrom('workers')
        .selectAll()
        .where(sql<boolean>`seen_at > now() - ${freshWithinMs} * interval '1 millisecond'`)
        .orderBy('id')
        .execute()
      return rows.map(({ id, engines, languages }) => ({
        id,
        engines: enginesSchema.parse(engines),
        languages,
      }))
    },
  }
}

export type WorkerRegistry = ReturnType<typeof createWorkerRegistry>
