import { heardPieceSchema } from '@plume/contracts'
import type { HeardSoFar } from '@plume/records'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './postgres/database.ts'

/** Of the plan that is being heard now: another engine may have begun before. */
export async function heardSoFar(
  db: Kysely<Tables>,
  dictationId: string,
): Promise<readonly HeardSoFar[]> {
  const { rows } = await sql<{ piece: number; content: unknown }>`
    select piece, content from recognised_pieces
    where dictation_id = ${dictationId} and plan = (
      select plan from recognised_pieces where dictation_id = ${dictationId}
      order by heard_at desc limit 1)
    order by piece`.execute(db)
  return rows.map(({ piece, content }) => ({
    piece,
    words: heardPieceSchema.parse(content).words,
  }))
}
