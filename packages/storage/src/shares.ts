import { heardPieceSchema, recognitionPlanSchema } from '@plume/contracts'
import type { ClaimedShare, ShareClaim, ShareStore } from '@plume/records'
import { type Kysely, sql } from 'kysely'
import { endOnceHeard, giveUpShared, takeBackShared } from './end-plans.ts'
import { enqueueShares } from './outbox/enqueue.ts'
import type { Database, Tables } from './postgres/database.ts'
import { fromNow } from './postgres/from-now.ts'
import { shareOut } from './share-out.ts'

/**
 * Every change locks the dictation's row before its shares: so do those who take the work away, and nobody waits for
 * another in a circle.
 */
export function createShareStore({ db }: Database): ShareStore {
  return {
    shareOut: (id, fence, part) => shareOut(db, id, fence, part),
    claim: (share, worker) => claim(db, share, worker),

    async renew({ dictationId, number, fence }, ttlMs) {
      const renewed = await db
        .updateTable('recognition_shares')
        .set({ claimed_until: fromNow(ttlMs) })
        .where((where) => where.and({ dictation_id: dictationId, number, fence }))
        .where('worker', 'is not', null)
        .executeTakeFirst()
      return renewed.numUpdatedRows === 1n
    },

    savePiece: (share, piece) => holding(db, share, (tx) => savePiece(tx, share, piece)),

    finish: (share) =>
      holding(db, share, async (tx, part) => {
        await tx.deleteFrom('recognition_shares').where(named(share, part)).execute()
        await endOnceHeard(tx, share.dictationId)
      }),

    release: (share) => holding(db, share, (tx, part) => letGo(tx, share, part)),

    leaveToOthers: (share, pauseMs) =>
      holding(db, share, async (tx, part) => {
        await letGo(tx, share, part)
        await enqueueShares(tx, { ...share, part }, [share.number], pauseMs)
      }),

    takeBack: (share) => holding(db, share, (tx) => takeBackShared(tx, share.dictationId)),

    giveUp: (share, outcome, event) =>
      holding(db, share, (tx) => giveUpShared(tx, share.dictationId, outcome, event)),

    whole: (id) => whole(db, id),
  }
}

/** Free ones, and those whose worker has not been heard from in time. */
async function claim(
  db: Kysely<Tables>,
  { dictationId, plan, number }: Parameters<ShareStore['claim']>[0],
  worker: { readonly id: string; readonly ttlMs: number },
): Promise<ShareClaim | null> {
  const { rows } = await sql<{
    fence: number
    from_piece: number
    to_piece: number
    content: unknown
    playback_sha256: string | null
  }>`
    update recognition_shares s set
      worker = ${worker.id}, claimed_until = ${fromNow(worker.ttlMs)},
      fence = nextval('claim_fences')::int, promoted_at = null
    from recognition_plans p, dictations d
    where s.dictation_id = ${dictationId} and s.number = ${number}
      and p.dictation_id = s.dictation_id and p.part = s.part and p.plan = ${plan}
      and d.id = s.dictation_id and d.status = 'transcribing'
      and (s.claimed_until is null or s.claimed_until < now())
    returning s.fence, s.from_piece, s.to_piece, p.content, d.playback_sha256`.execute(db)
  const [row] = rows
  if (!row?.playback_sha256) return null
  const heard = await db
    .selectFrom('recognised_pieces')
    .select('piece')
    .where((where) => where.and({ dictation_id: dictationId, plan }))
    .where('piece', '>=', row.from_piece)
    .where('piece', '<', row.to_piece)
    .execute()
  const known = new Set(heard.map(({ piece }) => piece))
  const all = Array.from({ length: row.to_piece - row.from_piece }, (_, n) => row.from_piece + n)
  return {
    dictationId,
    plan: recognitionPlanSchema.parse(row.content),
    number,
    fence: row.fence,
    pieces: all.filter((piece) => !known.has(piece)),
    playbackSha256: row.playback_sha256,
  }
}

/** Runs in one transaction, with the number of its part, if the share is still this claim's: its fence is of no other. */
async function holding(
  db: Kysely<Tables>,
  { dictationId, number, fence }: ClaimedShare,
  act: (tx: Kysely<Tables>, part: number) => Promise<unknown>,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`select from dictations where id = ${dictationId} for update`.execute(tx)
    const held = await tx
      .selectFrom('recognition_shares')
      .select('part')
      .where((where) => where.and({ dictation_id: dictationId, number, fence }))
      .where('worker', 'is not', null)
      .forUpdate()
      .executeTakeFirst()
    if (!held) return false
    await act(tx, held.part)
    return true
  })
}

function named({ dictationId, number }: ClaimedShare, part: number) {
  return sql<boolean>`dictation_id = ${dictationId} and part = ${part} and number = ${number}`
}

async function savePiece(
  tx: Kysely<Tables>,
  { dictationId, plan }: ClaimedShare,
  { index, heard, audioMs }: Parameters<ShareStore['savePiece']>[1],
): Promise<void> {
  const saved = await tx
    .insertInto('recognised_pieces')
    .values({
      dictation_id: dictationId,
      plan: plan.name,
      piece: index,
      content: JSON.stringify(heard),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows !== 1n) return
  await tx
    .updateTable('dictations')
    .set({ recognised_ms: sql<number>`coalesce(recognised_ms, 0) + ${Math.round(audioMs)}::int` })
    .where('id', '=', dictationId)
    .execute()
}

async function letGo(tx: Kysely<Tables>, share: ClaimedShare, part: number): Promise<void> {
  await tx
    .updateTable('recognition_shares')
    .set({ worker: null, claimed_until: null, queued_at: sql<Date>`now()` })
    .where(named(share, part))
    .execute()
}

async function whole(db: Kysely<Tables>, dictationId: string): ReturnType<ShareStore['whole']> {
  const stored = await db
    .selectFrom('recognition_plans')
    .select(['content', 'is_last'])
    .where('dictation_id', '=', dictationId)
    .orderBy('part')
    .execute()
  const last = stored.at(-1)
  if (!last?.is_last) return null
  const plans = stored.map(({ content }) => recognitionPlanSchema.parse(content))
  const pieces = []
  for (const plan of plans) {
    const rows = await db
      .selectFrom('recognised_pieces')
      .select('content')
      .where((where) => where.and({ dictation_id: dictationId, plan: plan.name }))
      .orderBy('piece')
      .execute()
    if (rows.length < plan.pieces.length) return null
    pieces.push(...rows.map(({ content }) => heardPieceSchema.parse(content)))
  }
  return { by: recognitionPlanSchema.parse(last.content), pieces }
}
