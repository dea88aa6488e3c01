import type { AuditEvent, DictationStore } from '@plume/records'
import { type Kysely, sql } from 'kysely'
import { appendAuditEvent } from './audit-log.ts'
import { enqueue, enqueueToWrite } from './outbox/enqueue.ts'
import type { Tables } from './postgres/database.ts'

/**
 * How a dictation that is shared out stops being so. The dictation's row has to be locked in each: of two workers that
 * end at the same time one sees that it is the last.
 */

/** Put back to be written once the last part has been shared out and nothing of any is left to be heard. */
export async function endOnceHeard(tx: Kysely<Tables>, dictationId: string): Promise<void> {
  const { rows } = await sql<{ heard: boolean }>`
    select exists (select from recognition_plans where dictation_id = ${dictationId} and is_last)
      and not exists (select from recognition_shares where dictation_id = ${dictationId})
      as heard`.execute(tx)
  if (rows[0]?.heard !== true) return
  await endTranscribing(tx, dictationId, { status: 'queued' })
  await enqueueToWrite(tx, dictationId)
}

/** To be taken as if it were new. */
export async function takeBackShared(tx: Kysely<Tables>, dictationId: string): Promise<void> {
  await forgetShares(tx, dictationId)
  await endTranscribing(tx, dictationId, { status: 'queued' })
  await enqueue(tx, dictationId)
}

/** Cannot be heard to its end. */
export async function giveUpShared(
  tx: Kysely<Tables>,
  dictationId: string,
  outcome: Parameters<DictationStore['giveUp']>[2],
  event: AuditEvent,
): Promise<void> {
  await forgetShares(tx, dictationId)
  await endTranscribing(tx, dictationId, {
    status: outcome.to,
    waiting_for: outcome.to === 'queued' ? outcome.waitingFor : null,
    failure_reason: outcome.to === 'failed' ? outcome.reason : null,
  })
  await appendAuditEvent(tx, event)
}

/** Whoever hears a share of it saves nothing any more. What was heard is kept. */
export async function forgetShares(tx: Kysely<Tables>, dictationId: string): Promise<void> {
  await tx.deleteFrom('recognition_plans').where('dictation_id', '=', dictationId).execute()
}

/** A worker that still finds the speech in it loses its lease. */
async function endTranscribing(
  tx: Kysely<Tables>,
  id: string,
  next: {
    readonly status: string
    readonly waiting_for?: string | null
    readonly failure_reason?: string | null
  },
): Promise<void> {
  await tx
    .updateTable('dictations')
    .set((set) => ({
      ...next,
      step: null,
      recognised_ms: null,
      lease_worker: null,
      lease_until: null,
      fence: set('fence', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}
