import { findingVerdictSchema, wordFindingsSchema } from '@plume/contracts'
import type { FindingStore } from '@plume/records'
import type { WordFinding } from '@plume/transcript'
import type { Kysely } from 'kysely'
import { appendAuditEvent } from './audit-log.ts'
import type { Database, Tables } from './postgres/database.ts'

export function createFindingStore({ db }: Database): FindingStore {
  return {
    async ofWriter(reportId) {
      const row = await db
        .selectFrom('writer_findings')
        .select(['version', 'content'])
        .where('report_id', '=', reportId)
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (!row) return []
      const findings = wordFindingsSchema.parse(JSON.parse(row.content))
      return findings.map((finding, index) => ({
        id: `writer-${row.version}-${index}`,
        ...finding,
      }))
    },

    async decisions(reportId) {
      const rows = await db
        .selectFrom('finding_decisions')
        .distinctOn('finding')
        .selectAll()
        .where('report_id', '=', reportId)
        .orderBy('finding')
        .orderBy('id', 'desc')
        .execute()
      return rows.map((row) => ({
        finding: row.finding,
        verdict: findingVerdictSchema.parse(row.decision),
        by: row.decided_by,
        at: row.decided_at,
      }))
    },

    decide: (reportId, { finding, verdict, by, at }, event) =>
      db.transaction().execute(async (tx) => {
        const held = await tx
          .selectFrom('reports')
          .select('id')
          .where((where) => where.and({ id: reportId, status: 'in-review', claimed_by: by }))
          .forShare()
          .executeTakeFirst()
        if (!held) return false
        await tx
          .insertInto('finding_decisions')
          .values({
            report_id: reportId,
            finding,
            decision: verdict,
            decided_by: by,
            decided_at: at,
          })
          .execute()
        await appendAuditEvent(tx, event)
        return true
      }),
  }
}

/** With the version that the writer wrote. */
export async function addWriterFindings(
  tx: Kysely<Tables>,
  version: { readonly reportId: string; readonly number: number },
  findings: readonly WordFinding[],
): Promise<void> {
  await tx
    .insertInto('writer_findings')
    .values({
      report_id: version.reportId,
      version: version.number,
      content: JSON.stringify(findings),
    })
    .execute()
}
