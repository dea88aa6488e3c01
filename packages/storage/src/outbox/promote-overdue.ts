import { type Kysely, sql } from 'kysely'
import type { Tables } from '../postgres/database.ts'
import { enqueue, enqueueShares } from './enqueue.ts'

/**
 * How long an ordinary dictation waits before it goes with the STAT ones. Reports are expected the same day: these
 * leave the time to correct and sign them.
 */
const overdueAfter = { urgent: '1 hour', routine: '4 hours' }

/** Spells "PROM". */
const lockKey = 0x50_52_4f_4d

/**
 * The queue takes STAT before urgent before routine, for as long as there is STAT. So that nothing waits for ever, the
 * job that has waited longest over its time gets a place among the STAT ones: the next only once a worker has taken it,
 * so that ever so many old dictations never stand before a new STAT one; one does. Returns how many that was.
 */
export async function promoteOverdue(db: Kysely<Tables>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // Of two reconcilers at the same time one looks.
    const { rows: locks } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(${lockKey}) as mine`.execute(tx)
    if (locks[0]?.mine !== true) return 0
    const { rows } = await sql<Waiting>`
      with waiting as (
        select id, null::int as part, null::int as number, received_at, priority, promoted_at from dictations
        where status = 'queued' and waiting_for is null
        union all
        select d.id, s.part, s.number, d.received_at, d.priority, s.promoted_at
        from recognition_shares s join dictations d on d.id = s.dictation_id
        where s.claimed_until is null and d.status = 'transcribing')
      select id, part, number from waiting
      where not exists (select from waiting where promoted_at is not null)
        and received_at < now() - case priority
          when 'urgent' then ${overdueAfter.urgent}::interval
          when 'routine' then ${overdueAfter.routine}::interval end
      order by received_at, id, part, number limit 1`.execute(tx)
    const [overdue] = rows
    if (!overdue) return 0
    await promote(tx, overdue)
    return 1
  })
}

/** A dictation, or a share of one that is being transcribed: as long as it is not, nobody can take its shares. */
type Waiting = {
  readonly id: string
  readonly part: number | null
  readonly number: number | null
}

/** Queued a second time, in front: the job that comes later finds nothing to do. */
async function promote(tx: Kysely<Tables>, { id, part, number }: Waiting): Promise<void> {
  if (part === null || number === null) {
    await sql`update dictations set promoted_at = now() where id = ${id}`.execute(tx)
    return enqueue(tx, id)
  }
  await sql`
    update recognition_shares set promoted_at = now()
    where dictation_id = ${id} and part = ${part} and number = ${number}`.execute(tx)
  return enqueueShares(tx, { dictationId: id, part }, [number])
}
