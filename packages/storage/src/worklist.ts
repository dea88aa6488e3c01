import type { Page, WorklistEntry, WorklistQuery } from '@plume/records'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { entryOf, type WorklistRow } from './dictation-rows.ts'
import type { Tables } from './postgres/database.ts'

/** One page of the worklist: stat before urgent before routine, the oldest first, letters behind their report. */
export async function readWorklist(
  db: Kysely<Tables>,
  query: WorklistQuery,
): Promise<Page<WorklistEntry>> {
  const { page, pageSize } = query
  const [rows, total] = await Promise.all([
    entries(db)
      .where(matching(query))
      .orderBy('d.priority_rank')
      .orderBy('d.received_at')
      .orderBy('d.id')
      .orderBy('r.created_at')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    countLines(db, query),
  ])
  return { items: rows.map(entryOf), total, page, pageSize }
}

export async function worklistEntry(
  db: Kysely<Tables>,
  dictationId: string,
): Promise<WorklistRow | undefined> {
  return entries(db)
    .where('d.id', '=', dictationId)
    .where('r.letter_of', 'is', null)
    .executeTakeFirst()
}

function entries(db: Kysely<Tables>) {
  return db
    .selectFrom('dictations as d')
    .innerJoin('users as author', 'author.id', 'd.author_id')
    .leftJoin('reports as r', 'r.dictation_id', 'd.id')
    .leftJoin('users as holder', 'holder.id', 'r.claimed_by')
    .selectAll('d')
    .select([
      'author.display_name as author_name',
      'r.id as report_id',
      'r.status as report_status',
      'r.version as report_version',
      'r.title as report_title',
      'r.letter_of as report_letter_of',
      'holder.display_name as claimed_by_name',
      sql<string | null>`(select o.id from dictations o where o.newer_version_id = d.id
        order by o.recorded_until desc limit 1)`.as('older_version_id'),
    ])
}

/**
 * The count needs no names, and the reports only where they are asked for: otherwise every dictation has
 * one line, and every letter another.
 */
async function countLines(db: Kysely<Tables>, query: WorklistQuery): Promise<number> {
  const reports = db
    .selectFrom('dictations as d')
    .innerJoin('reports as r', 'r.dictation_id', 'd.id')
    .select((select) => select.fn.countAll().as('total'))
    .where(matching(query))
  if (query.reportStatus) return totalOf(await reports.executeTakeFirstOrThrow())
  const dictations = db
    .selectFrom('dictations as d')
    .select((select) => select.fn.countAll().as('total'))
    .where(matching(query))
  const [own, letters] = await Promise.all([
    dictations.executeTakeFirstOrThrow(),
    reports.where('r.letter_of', 'is not', null).executeTakeFirstOrThrow(),
  ])
  return totalOf(own) + totalOf(letters)
}

const totalOf = ({ total }: { readonly total: string | number | bigint }) => Number(total)

/** As one SQL condition, for the page and for the count alike. */
function matching(wanted: WorklistQuery): RawBuilder<boolean> {
  const conditions = [sql<boolean>`true`]
  if (wanted.status) conditions.push(sql`d.status = ${wanted.status}`)
  if (wanted.priority) conditions.push(sql`d.priority = ${wanted.priority}`)
  if (wanted.authorId) conditions.push(sql`d.author_id = ${wanted.authorId}`)
  if (wanted.reportStatus) conditions.push(sql`r.status = ${wanted.reportStatus}`)
  return sql.join(conditions, sql` and `)
}
