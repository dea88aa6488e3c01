import { sql } from 'kysely'
import type { Database } from './postgres/database.ts'

/** One that waits. Its length is known once it has been decoded, which for most is not yet. */
export type WaitingDictations = {
  readonly priority: 'stat' | 'urgent' | 'routine'
  readonly language: string
  readonly forEngine: boolean
  readonly count: number
}

/** What a worker is at: a dictation, or a share of a long one. */
export type RunningDictation = {
  readonly workerId: string
  readonly language: string
  /** What is still to be heard, in milliseconds (of a share, all of it); null before it is decoded. */
  readonly remainingMs: number | null
}

export type Workload = {
  readonly waiting: readonly WaitingDictations[]
  readonly running: readonly RunningDictation[]
  /** Of the latest dictations, in milliseconds: what is expected of one whose length nobody knows. */
  readonly meanLengthMs: number | null
}

/** How many of the latest dictations the mean length is of. */
const latest = 100

/** What there is to do, in numbers: no patient, no author, no name. */
export function createWorkload({ db }: Database) {
  return {
    async read(): Promise<Workload> {
      const [waiting, running, lengths] = await Promise.all([
        db
          .selectFrom('dictations')
          .select([
            'priority',
            sql<string>`left(locale, 2)`.as('language'),
            sql<boolean>`waiting_for is not null`.as('for_engine'),
            sql<number>`count(*)::int`.as('count'),
          ])
          .where('status', 'in', ['received', 'queued'])
          .groupBy(['priority', sql`2`, sql`3`])
          .execute(),
        sql<{ worker: string; language: string; remaining_ms: number | null }>`
          select lease_worker as worker, left(locale, 2) as language,
            greatest(0, duration_ms - coalesce(recognised_ms, 0)) as remaining_ms
          from dictations where status = 'transcribing' and lease_worker is not null
          union all
          select s.worker, left(d.locale, 2), s.audio_ms
          from recognition_shares s join dictations d on d.id = s.dictation_id
          where s.worker is not null`.execute(db),
        sql<{ mean: number | null }>`
          select avg(duration_ms)::float8 as mean from (
            select duration_ms from dictations where duration_ms is not null
            order by received_at desc limit ${latest}) latest`.execute(db),
      ])
      return {
        waiting: waiting.map(({ priority, language, for_engine, count }) => ({
          priority: priority === 'stat' || priority === 'urgent' ? priority : 'routine',
          language,
          forEngine: for_engine,
          count,
        })),
        running: running.rows.map(({ worker, language, remaining_ms }) => ({
          workerId: worker,
          language,
          remainingMs: remaining_ms,
        })),
        meanLengthMs: lengths.rows[0]?.mean ?? null,
      }
    },
  }
}

export type WorkloadReader = ReturnType<typeof createWorkload>
