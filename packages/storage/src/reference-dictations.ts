import { localeSchema, recognitionSchema } from '@plume/contracts'
import type { Locale, Recognition } from '@plume/transcript'
import type { Database } from './postgres/database.ts'

/** A dictation whose report somebody has finalised, for trying a change of the lexicon on. */
export type ReferenceDictation = {
  readonly recognition: Recognition
  readonly locale: Locale
  readonly workType: string
  readonly authorId: string
}

/** The dictations of finalised and signed reports, the newest first, one in memory at a time. */
export async function* referenceDictations(
  { db }: Database,
  limit: number,
): AsyncGenerator<ReferenceDictation> {
  const rows = await db
    .selectFrom('reports as r')
    .innerJoin('dictations as d', 'd.id', 'r.dictation_id')
    .select(['d.recognition_id', 'd.locale', 'd.work_type', 'd.author_id'])
    .where('r.status', 'in', ['finalised', 'signed', 'addended'])
    .where('r.letter_of', 'is', null)
    .where('d.recognition_id', 'is not', null)
    .orderBy('r.updated_at', 'desc')
    .limit(limit)
    .execute()
  for (const row of rows) {
    const found = await db
      .selectFrom('recognitions')
      .select('content')
      .where('id', '=', row.recognition_id ?? '')
      .executeTakeFirst()
    if (!found) continue
    yield {
      recognition: recognitionSchema.parse(found.content),
      locale: localeSchema.parse(row.locale),
      workType: row.work_type,
      authorId: row.author_id,
    }
  }
}
