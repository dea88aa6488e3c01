import type { AuditEvent } from '@plume/records'
import type { Kysely } from 'kysely'
import type { Database, Tables } from './postgres/database.ts'

export type StoredAuditEvent = {
  readonly id: string
  readonly at: Date
  readonly actor: string | null
  readonly kind: string
  readonly dictationId: string | null
  readonly reportId: string | null
  readonly detail: unknown
}

/** Writes one event with whatever transaction it belongs to. */
export async function appendAuditEvent(db: Kysely<Tables>, event: AuditEvent): Promise<void> {
  const { actor, at, kind, ...rest } = event
  const {
    dictationId = null,
    reportId = null,
    ...detail
  } = rest as {
    dictationId?: string
    reportId?: string
  }
  await db
    .insertInto('audit_events')
    .values({
      at,
      actor,
      kind,
      dictation_id: dictationId,
      report_id: reportId,
      detail: JSON.stringify(detail),
    })
    .execute()
}

/** The append-only record of who did what. Changes append to it in their own transaction. */
export function createAuditLog({ db }: Database) {
  return {
    /** For what changes nothing else: a reading, a playing, a sign-in. */
    append: (event: AuditEvent) => appendAuditEvent(db, event),

    async list(about: {
      readonly dictationId?: string
      readonly reportId?: string
    }): Promise<readonly StoredAuditEvent[]> {
      let query = db.selectFrom('audit_events').selectAll().orderBy('id')
      if (about.dictationId) query = query.where('dictation_id', '=', about.dictationId)
      if (about.reportId) query = query.where('report_id', '=', about.reportId)
      const rows = await query.execute()
      return rows.map((row) => ({
        id: row.id,
        at: row.at,
        actor: row.actor,
        kind: row.kind,
        dictationId: row.dictation_id,
        reportId: row.report_id,
        detail: row.detail,
      }))
    },
  }
}

export type AuditLog = ReturnType<typeof createAuditLog>
