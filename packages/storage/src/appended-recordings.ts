import { type AppendedRecording, type AuditEvent, type Refusal, refuse } from '@plume/records'
import { type Kysely, sql } from 'kysely'
import { appendAuditEvent } from './audit-log.ts'
import { enqueue } from './outbox/enqueue.ts'
import type { Database, Tables } from './postgres/database.ts'
import { forgetPieces } from './recognised-pieces.ts'

/**
 * One transaction: the recording's row, the dictation back in the queue, audit event, outbox entry. A
 * worker that has the dictation just then loses its lease: it does not know of the new recording.
 */
export async function appendRecording(
  { db }: Database,
  id: string,
  recording: AppendedRecording,
  event: AuditEvent,
): Promise<{ readonly isNew: boolean } | Refusal> {
  return db.transaction().execute(async (tx) => {
    const locked = await tx
      .selectFrom('dictations')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!locked) return refuse('dictation-not-found')
    const known = await appendedRecordings(tx, id)
    if (known.some(({ sha256 }) => sha256 === recording.sha256)) return { isNew: false }
    if (await isInWork(tx, id)) return refuse('report-in-work')

    await tx
      .insertInto('appended_recordings')
      .values({
        dictation_id: id,
        position: known.length + 1,
        sha256: recording.sha256,
        byte_length: recording.byteLength,
        file_name: recording.fileName,
        uploaded_by: recording.uploadedBy,
        received_at: recording.receivedAt,
      })
      .execute()
    await tx
      .updateTable('dictations')
      .set({
        status: 'queued',
        step: null,
        waiting_for: null,
        failure_reason: null,
        lease_worker: null,
        lease_until: null,
        stale_leases: 0,
        recognition_id: null,
        recognised_ms: null,
        fence: sql<number>`fence + 1`,
      })
      .where('id', '=', id)
      .execute()
    await forgetPieces(tx, id)
    await appendAuditEvent(tx, event)
    await enqueue(tx, id)
    return { isNew: true }
  })
}

/** Once a person has taken or changed the report, nothing is written over it. */
async function isInWork(tx: Kysely<Tables>, dictationId: string): Promise<boolean> {
  const report = await tx
    .selectFrom('reports as r')
    .innerJoin('report_versions as v', (join) =>
      join.onRef('v.report_id', '=', 'r.id').onRef('v.number', '=', 'r.version'),
    )
    .select(['r.status', 'v.kind'])
    .where('r.dictation_id', '=', dictationId)
    .where('r.letter_of', 'is', null)
    .forUpdate('r')
    .executeTakeFirst()
  return report !== undefined && (report.status !== 'draft' || report.kind !== 'machine')
}

export async function appendedRecordings(
  db: Kysely<Tables>,
  dictationId: string,
): Promise<readonly AppendedRecording[]> {
  const rows = await db
    .selectFrom('appended_recordings')
    .selectAll()
    .where('dictation_id', '=', dictationId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    sha256: row.sha256,
    byteLength: Number(row.byte_length),
    fileName: row.file_name,
    uploadedBy: row.uploaded_by,
    receivedAt: row.received_at,
  }))
}
