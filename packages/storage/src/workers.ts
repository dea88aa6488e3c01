import { type WorkerReport, workerReportSchema } from '@plume/contracts'
import type { EngineIdentity } from '@plume/transcript'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from './postgres/database.ts'

export type AnnouncedWorker = {
  readonly id: string
  readonly engines: readonly EngineIdentity[]
  readonly languages: readonly string[]
}

export type ReportedWorker = {
  readonly id: string
  readonly lastSeenAt: Date
  /** By the database's clock, which all workers share. */
  readonly silentMs: number
  readonly report: WorkerReport
}

const enginesSchema = z.array(
  z.object({
    engine: z.string(),
    model: z.string(),
    modelSha256: z.string(),
    demonstrationOnly: z.boolean(),
  }),
)

/** A worker that was killed says no goodbye; after this it is not shown any more. */
const keptSilentHours = 24

/** Which workers are there, and what they can do. A worker that falls silent is not there any more. */
export function createWorkerRegistry({ db }: Database) {
  return {
    async announce(
      { id, engines, languages }: AnnouncedWorker,
      report: WorkerReport | null = null,
    ): Promise<void> {
      const facts = {
        engines: JSON.stringify(engines),
        languages: [...languages],
        report: report === null ? null : JSON.stringify(report),
      }
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
        .select(['id', 'engines', 'languages'])
        .where(sql<boolean>`seen_at > now() - ${freshWithinMs} * interval '1 millisecond'`)
        .orderBy('id')
        .execute()
      return rows.map(({ id, engines, languages }) => ({
        id,
        engines: enginesSchema.parse(engines),
        languages,
      }))
    },

    /**
     * How many recordings can be heard at the same time with an engine, by the workers that were heard of within
     * `freshWithinMs`.
     */
    async places(wanted: EngineIdentity, language: string, freshWithinMs: number): Promise<number> {
      const rows = await db
        .selectFrom('workers')
        .select(['engines', 'languages', 'report'])
        .where(sql<boolean>`seen_at > now() - ${freshWithinMs} * interval '1 millisecond'`)
        .execute()
      return rows.reduce((sum, { engines, languages, report }) => {
        const has = enginesSchema.parse(engines).some((engine) => isSame(engine, wanted))
        if (!has || !languages.includes(language)) return sum
        const read = workerReportSchema.safeParse(report)
        return sum + (read.success ? read.data.concurrency : 1)
      }, 0)
    },

    /** What they said of themselves, also those that fell silent within a day. */
    async listReports(): Promise<readonly ReportedWorker[]> {
      const rows = await db
        .selectFrom('workers')
        .select([
          'id',
          'seen_at',
          'report',
          sql<number>`(extract(epoch from now() - seen_at) * 1000)::float8`.as('silent_ms'),
        ])
        .where(sql<boolean>`seen_at > now() - ${keptSilentHours} * interval '1 hour'`)
        .where('report', 'is not', null)
        .orderBy('id')
        .execute()
      return rows.flatMap(({ id, seen_at, silent_ms, report }) => {
        // A worker of another version may say more than this one understands.
        const read = workerReportSchema.safeParse(report)
        if (!read.success) return []
        return { id, lastSeenAt: seen_at, silentMs: silent_ms, report: read.data }
      })
    },

    /** Forgets those that nobody has heard of for so long that nobody asks. */
    async forgetGone(): Promise<void> {
      await db
        .deleteFrom('workers')
        .where(sql<boolean>`seen_at < now() - ${keptSilentHours} * interval '1 hour'`)
        .execute()
    },
  }
}

export type WorkerRegistry = ReturnType<typeof createWorkerRegistry>

function isSame(one: EngineIdentity, other: EngineIdentity): boolean {
  return (
    one.engine === other.engine &&
    one.model === other.model &&
    one.modelSha256 === other.modelSha256
  )
}
