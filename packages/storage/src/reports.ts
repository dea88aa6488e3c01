import type { Report, ReportQuery, ReportStore, SavedVersion } from '@plume/records'
import { canonicalJson, type ReportText } from '@plume/transcript'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { appendAuditEvent } from './audit-log.ts'
import type { Database, Tables } from './postgres/database.ts'
import {
  chainHash,
  firstVersion,
  reportOf,
  stateColumns,
  summaryOf,
  versionFactsOf,
  versionOf,
} from './report-rows.ts'

type NewVersion = Omit<SavedVersion, 'savedBy'> & { readonly savedBy: string | null }

export function createReportStore({ db }: Database): ReportStore {
  return {
    async find(id) {
      const row = await db.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? reportOf(row) : null
    },

    async list(query) {
      const { page, pageSize } = query
      const [rows, counted] = await Promise.all([
        summaries(db)
          .where(matching(query))
          .orderBy('r.created_at', 'desc')
          .orderBy('r.id')
          .limit(pageSize)
          .offset((page - 1) * pageSize)
          .execute(),
        counting(db).where(matching(query)).executeTakeFirstOrThrow(),
      ])
      return { items: rows.map(summaryOf), total: Number(counted.total), page, pageSize }
    },

    async versions(id) {
      const rows = await db
        .selectFrom('report_versions')
        .select(['report_id', 'number', 'kind', 'saved_by', 'saved_at', 'hash'])
        .where('report_id', '=', id)
        .orderBy('number')
        .execute()
      return rows.map(versionFactsOf)
    },

    async version(id, number) {
      const row = await db
        .selectFrom('report_versions')
        .selectAll()
        .where((where) => where.and({ report_id: id, number }))
        .executeTakeFirst()
      return row ? versionOf(row) : null
    },

    save: (previous, next, event, newVersion) =>
      db.transaction().execute(async (tx) => {
        if (!(await replaceState(tx, previous, next))) return false
        if (newVersion) await appendVersion(tx, next, newVersion)
        await appendAuditEvent(tx, event)
        return true
      }),

    add: (letter, event, version) =>
      db.transaction().execute(async (tx) => {
        const added = await tx
          .insertInto('reports')
          .values({
            id: letter.id,
            dictation_id: letter.dictationId,
            author_id: letter.authorId,
            title: version.text.title,
            letter_of: letter.letterOf?.reportId ?? null,
            letter_of_version: letter.letterOf?.version ?? null,
            ...stateColumns(letter),
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst()
        if (added.numInsertedOrUpdatedRows !== 1n) return false
        await tx.insertInto('report_versions').values(firstVersion(letter.id, version)).execute()
        await appendAuditEvent(tx, event)
        return true
      }),

    async letters(id) {
      const rows = await db
        .selectFrom('reports')
        .selectAll()
        .where('letter_of', '=', id)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(reportOf)
    },
  }
}

/** After a recording was appended: what the machine writes now, and its number. Nobody can have taken the report since. */
export async function addMachineVersion(
  tx: Kysely<Tables>,
  report: Report,
  text: ReportText,
  savedAt: Date,
): Promise<number> {
  const next: Report = { ...report, version: report.version + 1 }
  await tx
    .updateTable('reports')
    .set({ version: next.version, updated_at: savedAt })
    .where('id', '=', report.id)
    .execute()
  await appendVersion(tx, next, { kind: 'machine', savedBy: null, savedAt, text })
  return next.version
}

/**
 * Only if the row still is what `previous` says: status, version and holder. While the dictation is
 * transcribed anew nobody can take the report: its next version is on its way.
 */
async function replaceState(tx: Kysely<Tables>, previous: Report, next: Report): Promise<boolean> {
  const holder = previous.status === 'in-review' ? previous.claimedBy : null
  const replaced = await tx
    .updateTable('reports')
    .set({ ...stateColumns(next), updated_at: new Date() })
    .where((where) =>
      where.and({ id: previous.id, status: previous.status, version: previous.version }),
    )
    .where('claimed_by', 'is not distinct from', holder)
    .where((where) =>
      where.exists(
        where
          .selectFrom('dictations as d')
          .select('d.id')
          .whereRef('d.id', '=', 'reports.dictation_id')
          .where('d.status', '=', 'drafted'),
      ),
    )
    .executeTakeFirst()
  return replaced.numUpdatedRows === 1n
}

async function appendVersion(tx: Kysely<Tables>, next: Report, version: NewVersion): Promise<void> {
  const before = await tx
    .selectFrom('report_versions')
    .select('hash')
    .where((where) => where.and({ report_id: next.id, number: next.version - 1 }))
    .executeTakeFirstOrThrow()
  const content = canonicalJson(version.text)
  await tx
    .insertInto('report_versions')
    .values({
      report_id: next.id,
      number: next.version,
      kind: version.kind,
      saved_by: version.savedBy,
      saved_at: version.savedAt,
      content,
      hash: chainHash(before.hash, content),
    })
    .execute()
}

function summaries(db: Kysely<Tables>) {
  return joined(db).selectAll('r').select(['author.display_name as author_name', 'd.patient_id'])
}

function counting(db: Kysely<Tables>) {
  return joined(db).select((select) => select.fn.countAll().as('total'))
}

function joined(db: Kysely<Tables>) {
  return db
    .selectFrom('reports as r')
    .innerJoin('dictations as d', 'd.id', 'r.dictation_id')
    .innerJoin('users as author', 'author.id', 'r.author_id')
}

/** As one SQL condition, for the page and for the count alike. */
function matching(wanted: ReportQuery): RawBuilder<boolean> {
  const conditions = [sql<boolean>`true`]
  if (wanted.patientId) conditions.push(sql`d.patient_id = ${wanted.patientId}`)
  if (wanted.authorId) conditions.push(sql`r.author_id = ${wanted.authorId}`)
  if (wanted.status) conditions.push(sql`r.status = ${wanted.status}`)
  if (wanted.from) conditions.push(sql`d.received_at >= ${wanted.from}`)
  if (wanted.to) conditions.push(sql`d.received_at < ${wanted.to}`)
  return sql.join(conditions, sql` and `)
}
