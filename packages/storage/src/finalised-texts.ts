import { type ReportText, textOf } from '@plume/transcript'
import type { Database } from './postgres/database.ts'
import { versionOf } from './report-rows.ts'

/**
 * What people finalised, in the language: the headings and sections of each report's newest version. Not the fields
 * of its head, where the patient's name and number stand.
 */
export async function finalisedTexts(
  { db }: Database,
  language: 'en' | 'fr',
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('report_versions as v')
    .innerJoin('reports as r', (join) =>
      join.onRef('r.id', '=', 'v.report_id').onRef('r.version', '=', 'v.number'),
    )
    .where('r.status', 'in', ['finalised', 'signed', 'addended'])
    // A letter says again what its report says.
    .where('r.letter_of', 'is', null)
    .orderBy('r.created_at')
    .orderBy('r.id')
    .selectAll('v')
    .execute()
  return rows
    .map((row) => versionOf(row).text)
    .filter(({ template }) => template.locale.startsWith(language))
    .map(sectionsOf)
}

function sectionsOf({ sections, unplaced, addenda }: ReportText): string {
  const parts = sections.map(({ heading, text }) => `${heading}:\n${textOf(text)}`)
  return [...parts, textOf(unplaced), ...addenda.map(({ text }) => textOf(text))].join('\n')
}
