import { sql } from 'kysely'
import { appendAuditEvent } from '../audit-log.ts'
import { forgetShares } from '../end-plans.ts'
import type { Database } from '../postgres/database.ts'
import { enqueue } from './enqueue.ts'
import { promoteOverdue } from './promote-overdue.ts'
import { giveUpDeadlyShares, requeueLostShares, resumeShares } from './reconcile-shares.ts'

export type ReconcilerLog = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
}

export type Reconciled = {
  /** Leases and claims that ran out: their workers are gone. */
  readonly resumed: number
  /** Dictations that stopped too many workers. */
  readonly givenUp: number
  /** Dictations that waited for an engine that is there now. */
  readonly released: number
  /** Dictations and shares that were handed to a queue that has lost them. */
  readonly requeued: number
  /** What has waited so long that it goes with the STAT ones. */
  readonly promoted: number
}

/** A recording that has taken this many workers with it is set aside for a person. */
const maxStaleLeases = 10
/** A worker that announced itself within this time counts as there. */
const workerFreshMs = 60_000
const relayedEntriesKeptDays = 7

/**
 * The second net under the queue: puts back what nobody works on. It makes the queue disposable; a
 * lost Redis costs time, never a dictation. Any number of workers may run it.
 */
export function createReconciler(needs: {
  readonly database: Database
  readonly intervalMs: number
  readonly log: ReconcilerLog
  /** How long a queued dictation may wait, unseen by any worker, before it is queued again. */
  readonly lostAfterMs?: number
}) {
  const { db } = needs.database
  const lostAfterMs = needs.lostAfterMs ?? 10 * 60_000
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> | undefined

  async function runOnce(): Promise<Reconciled> {
    const givenUp = (await giveUpDeadly()) + (await giveUpDeadlyShares(db, maxStaleLeases))
    const dictationsResumed = await requeueWhere(
      sql<boolean>`status = 'transcribing' and lease_until < now()`,
    )
    const resumed = dictationsResumed + (await resumeShares(db))
    const released = await requeueWhere(sql<boolean>`
      waiting_for = 'speech-engine' and exists (
        select from workers
        where seen_at > now() - ${workerFreshMs} * interval '1 millisecond'
          and left(dictations.locale, 2) = any(languages))`)
    const dictationsRequeued = await requeueWhere(sql<boolean>`
      status = 'queued' and waiting_for is null and not exists (
        select from outbox
        where payload ->> 'dictationId' = dictations.id::text and not payload ? 'share'
          and (relayed_at is null or relayed_at > now() - ${lostAfterMs} * interval '1 millisecond'))`)
    const requeued = dictationsRequeued + (await requeueLostShares(db, lostAfterMs))
    const promoted = await promoteOverdue(db)
    await sql`delete from outbox where relayed_at < now() - ${relayedEntriesKeptDays} * interval '1 day'`.execute(
      db,
    )
    return { resumed, givenUp, released, requeued, promoted }
  }

  /** Back in the queue, with a new outbox entry, one transaction each. */
  async function requeueWhere(condition: ReturnType<typeof sql<boolean>>): Promise<number> {
    return db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string }>`
        update dictations set
          stale_leases = stale_leases + (status = 'transcribing')::int,
          status = 'queued', step = null, waiting_for = null, lease_worker = null, lease_until = null
        where id in (
          select id from dictations where ${condition} order by priority_rank, received_at
          limit 1000 for update skip locked)
        returning id`.execute(tx)
      for (const { id } of rows) await enqueue(tx, id)
      return rows.length
    })
  }

  async function giveUpDeadly(): Promise<number> {
    return db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string }>`
        update dictations set
          status = 'failed', failure_reason = 'worker-kept-dying',
          step = null, lease_worker = null, lease_until = null
        where status = 'transcribing' and lease_until < now() and stale_leases >= ${maxStaleLeases}
        returning id`.execute(tx)
      for (const { id } of rows) {
        await forgetShares(tx, id)
        await appendAuditEvent(tx, {
          kind: 'dictation-set-aside',
          dictationId: id,
          status: 'failed',
          actor: null,
          at: new Date(),
        })
      }
      return rows.length
    })
  }

  function tick(): void {
    if (running !== undefined) return
    running = runOnce()
      .then((done) => {
        if (Object.values(done).some((count) => count > 0)) needs.log.info(done, 'reconciled')
      })
      .catch((error: unknown) => {
        needs.log.warn(
          { error: error instanceof Error ? error.name : 'unknown' },
          'reconciling delayed',
        )
      })
      .finally(() => {
        running = undefined
      })
  }

  return {
    runOnce,
    start(): void {
      tick()
      timer = setInterval(tick, needs.intervalMs)
    },
    async stop(): Promise<void> {
      clearInterval(timer)
      await running
    },
  }
}
