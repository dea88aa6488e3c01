import { type Kysely, sql } from 'kysely'
import type { Database, Tables } from './postgres/database.ts'

/** One that waits. Its length is known once it has been decoded, which for most is not yet. */
export type WaitingDictations = {
  readonly priority: 'stat' | 'urgent' | 'routine'
  readonly language: string
  readonly forEngine: boolean
  /** Goes with the STAT ones: it is one, or has waited too long. */
  readonly foremost: boolean
  readonly count: number
}

/** A share of a long dictation that nobody hears yet, though it could be, and that goes with the STAT ones. */
export type WaitingShare = { readonly language: string; readonly audioMs: number }

/** What a worker is at: a dictation, or a share of a long one. */
export type RunningDictation = {
  readonly workerId: string
  readonly language: string
  /** What is still to be heard, in milliseconds (of a share, all of it); null before it is decoded. */
  readonly remainingMs: number | null
}

export type Workload = {
  readonly waiting: readonly WaitingDictations[]
  readonly foremostShares: readonly WaitingShare[]
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
      const [waiting, foremostShares, running, meanLengthMs] = await Promise.all([
        readWaiting(db),
        readForemostShares(db),
        readRunning(db),
        readMeanLength(db),
      ])
      return { waiting, foremostShares, running, meanLengthMs }
    },
  }
}

async function readWaiting(db: Kysely<Tables>): Promise<readonly WaitingDictations[]> {
  const { rows } = await sql<WaitingDictations>`
    select priority, left(locale, 2) as language, waiting_for is not null as "forEngine",
      priority = 'stat' or promoted_at is not null as foremost, count(*)::int as count
    from dictations where status in ('received', 'queued')
    group by 1, 2, 3, 4`.execute(db)
  return rows
}

async function readForemostShares(db: Kysely<Tables>): Promise<readonly WaitingShare[]> {
  const { rows } = await sql<WaitingShare>`
    select left(d.locale, 2) as language, s.audio_ms as "audioMs"
    from recognition_shares s join dictations d on d.id = s.dictation_id
    where s.worker is null and d.status = 'transcribing'
      and (d.priority = 'stat' or s.promoted_at is not null)`.execute(db)
  return rows
}

async function readRunning(db: Kysely<Tables>): Promise<readonly RunningDictation[]> {
  const { rows } = await sql<RunningDictation>`
    select lease_worker as "workerId", left(locale, 2) as language,
      -- Of one that it shares out, or that all is heard of, it hears nothing more itself.
      case when exists (select from recognition_plans p where p.dictation_id = dictations.id) then 0
        else greatest(0, duration_ms - coalesce(recognised_ms, 0)) end as "remainingMs"
    from dictations where status = 'transcribing' and lease_worker is not null
    union all
    select s.worker, left(d.locale, 2), s.audio_ms
    from recognition_shares s join dictations d on d.id = s.dictation_id
    where s.worker is not null`.execute(db)
  return rows
}

async function readMeanLength(db: Kysely<Tables>): Promise<number | null> {
  const { rows } = await sql<{ mean: number | null }>`
    select avg(duration_ms)::float8 as mean from (
      select duration_ms from dictations where duration_ms is not null
      order by received_at desc limit ${latest}) latest`.execute(db)
  return rows[0]?.mean ?? null
}

export type WorkloadReader = ReturnType<typeof createWorkload>
