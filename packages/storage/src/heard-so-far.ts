import { heardPieceSchema } from '@plume/contracts'
import type { HeardSoFar } from '@plume/records'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './postgres/database.ts'

/** Of what is being heard now: another engine may have begun before. */
export async function heardSoFar(
  db: Kysely<Tables>,
  dictationId: string,
): Promise<readonly HeardSoFar[]> {
  const { rows } = await sql<{ piece: number; content: unknown }>`
    with shared as (
      select plan, part, json_array_length(content -> 'pieces') as pieces
      from recognition_plans where dictation_id = ${dictationId}),
    -- Of a second part the pieces are counted on.
    now_heard as (
      select plan, coalesce(sum(pieces) over (
        order by part rows between unbounded preceding and 1 preceding), 0)::int as before
      from shared
      union all
      select plan, 0 from (
        select plan from recognised_pieces where dictation_id = ${dictationId}
        order by heard_at desc limit 1) alone
      where not exists (select from shared))
    select before + piece as piece, content
    from recognised_pieces join now_heard using (plan)
    where dictation_id = ${dictationId} order by 1`.execute(db)
  return rows.map(({ piece, content }) => ({
    piece,
    words: heardPieceSchema.parse(content).words,
  }))
}
