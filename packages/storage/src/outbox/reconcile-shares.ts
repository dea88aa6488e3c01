import { type Kysely, sql } from 'kysely'
import { giveUpShared } from '../end-plans.ts'
import type { Tables } from '../postgres/database.ts'
import { enqueueShares } from './enqueue.ts'

/** Sets dictations aside of which one share has taken too many workers with it. Returns how many. */
export async function giveUpDeadlyShares(
  db: Kysely<Tables>,
  maxStaleClaims: number,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select id from dictations where id in (
        select dictation_id from recognition_shares
        where claimed_until < now() and stale_claims >= ${maxStaleClaims})
      for update skip locked`.execute(tx)
    for (const { id } of rows) {
      await giveUpShared(
        tx,
        id,
        { to: 'failed', reason: 'worker-kept-dying' },
        {
          kind: 'dictation-set-aside',
          dictationId: id,
          status: 'failed',
          actor: null,
          at: new Date(),
        },
      )
    }
    return rows.length
  })
}

/** Puts shares back whose worker is gone. Returns how many. */
export async function resumeShares(db: Kysely<Tables>): Promise<number> {
  return requeueShares(db, sql<boolean>`claimed_until < now()`)
}

/**
 * Puts shares back that a queue has not delivered for so long that it may have lost them. Returns how many. Those of a
 * dictation that waits for a worker itself are queued once one has shared it out again.
 */
export async function requeueLostShares(db: Kysely<Tables>, lostAfterMs: number): Promise<number> {
  return requeueShares(
    db,
    sql<boolean>`claimed_until is null
      and queued_at < now() - ${lostAfterMs} * interval '1 millisecond'
      and exists (
        select from dictations d
        where d.id = recognition_shares.dictation_id and d.status = 'transcribing')
      and not exists (
        select from outbox where relayed_at is null
          and payload ->> 'dictationId' = recognition_shares.dictation_id::text)`,
  )
}

async function requeueShares(
  db: Kysely<Tables>,
  condition: ReturnType<typeof sql<boolean>>,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ dictation_id: string; part: number; number: number }>`
      update recognition_shares set
        stale_claims = stale_claims + (worker is not null)::int, worker = null, claimed_until = null
      where (dictation_id, part, number) in (
        select dictation_id, part, number from recognition_shares where ${condition}
        order by dictation_id, part, number limit 1000 for update skip locked)
      returning dictation_id, part, number`.execute(tx)
    for (const { dictationId, part, numbers } of ofEachPart(rows)) {
      await enqueueShares(tx, { dictationId, part }, numbers)
    }
    return rows.length
  })
}

type PartOfShares = {
  readonly dictationId: string
  readonly part: number
  readonly numbers: number[]
}

function ofEachPart(
  rows: readonly {
    readonly dictation_id: string
    readonly part: number
    readonly number: number
  }[],
): readonly PartOfShares[] {
  const parts = new Map<string, PartOfShares>()
  for (const { dictation_id: dictationId, part, number } of rows) {
    const key = `${dictationId} ${part}`
    const numbers = parts.get(key)?.numbers ?? []
    parts.set(key, { dictationId, part, numbers: [...numbers, number] })
  }
  return [...parts.values()]
}
