import type { RecorderMarks } from '@plume/records'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './postgres/database.ts'

/**
 * What stays the same when somebody goes on with a recording and sends it again: the recorder, its
 * number and when it began. Null where the recorder wrote too little to tell.
 */
export function recorderKey(marks: RecorderMarks | undefined): string | null {
  if (!marks || marks.fileNumber === null || !marks.startedAt || !marks.endedAt) return null
  return [marks.device ?? '', marks.authorId ?? '', marks.fileNumber, marks.startedAt].join('|')
}

/**
 * Links the versions of one recording in the order of their ends, in whatever order they arrived. Two
 * that end at the same moment are not versions of each other.
 */
export async function linkVersions(
  tx: Kysely<Tables>,
  authorId: string,
  key: string,
): Promise<void> {
  // Two workers may decode two versions at once; the second has to see the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${authorId} ${key}`}, 0))`.execute(tx)
  await sql`
    update dictations d set newer_version_id = (
      select n.id from dictations n
      where n.author_id = d.author_id and n.recorder_key = d.recorder_key
        and n.recorded_until > d.recorded_until
      order by n.recorded_until, n.id limit 1)
    where d.author_id = ${authorId} and d.recorder_key = ${key}`.execute(tx)
}
