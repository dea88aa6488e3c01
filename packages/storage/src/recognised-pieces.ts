import { heardPieceSchema } from '@plume/contracts'
import type { DictationStore, HeardPiece } from '@plume/records'
import type { Kysely } from 'kysely'
import { forgetShares } from './end-plans.ts'
import type { Tables } from './postgres/database.ts'

type Piece = Parameters<DictationStore['saveHeardPiece']>[2]

/** What is known of a plan already, by the number of the piece. */
export async function heardPieces(
  db: Kysely<Tables>,
  dictationId: string,
  plan: string,
): Promise<ReadonlyMap<number, HeardPiece>> {
  const rows = await db
    .selectFrom('recognised_pieces')
    .select(['piece', 'content'])
    .where((where) => where.and({ dictation_id: dictationId, plan }))
    .execute()
  return new Map(rows.map(({ piece, content }) => [piece, heardPieceSchema.parse(content)]))
}

/**
 * False when the lease was lost. The same piece again changes nothing. Whoever hears all of a recording alone ends
 * what an attempt before shared out of it.
 */
export async function saveHeardPiece(
  db: Kysely<Tables>,
  dictationId: string,
  fence: number,
  { plan, index, heard, recognisedMs }: Piece,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const owned = await tx
      .updateTable('dictations')
      .set({ recognised_ms: Math.round(recognisedMs) })
      .where((where) => where.and({ id: dictationId, fence, status: 'transcribing' }))
      .executeTakeFirst()
    if (owned.numUpdatedRows !== 1n) return false
    await forgetShares(tx, dictationId)
    await tx
      .insertInto('recognised_pieces')
      .values({ dictation_id: dictationId, plan, piece: index, content: JSON.stringify(heard) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return true
  })
}

/** Once all is one recognition, or will have to be heard anew. */
export async function forgetPieces(tx: Kysely<Tables>, dictationId: string): Promise<void> {
  await forgetShares(tx, dictationId)
  await tx.deleteFrom('recognised_pieces').where('dictation_id', '=', dictationId).execute()
}
