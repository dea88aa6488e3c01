import { heardPieceSchema, recognitionPlanSchema } from '@plume/contracts'
import type {
  AuditEvent,
  ClaimedShare,
  DictationStore,
  RecognitionPlan,
  RecognitionShare,
  ShareClaim,
  ShareStore,
} from '@plume/records'
import { type Kysely, sql } from 'kysely'
import { appendAuditEvent } from './audit-log.ts'
import { enqueue, enqueueShares, enqueueToWrite } from './outbox/enqueue.ts'
import type { Database, Tables } from './postgres/database.ts'
import { fromNow } from './postgres/from-now.ts'

/**
 * Every change locks the dictation's row before its shares: so do those who take the work away, and nobody waits for
 * another in a circle.
 */
export function createShareStore({ db }: Database): ShareStore {
  return {
    shareOut: (id, fence, plan, shares) => shareOut(db, id, fence, plan, shares),
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

    savePiece: (share, piece) =>
      holding(db, share, (tx, plan) => savePiece(tx, share, plan, piece)),

    finish: (share) => holding(db, share, (tx) => finish(tx, share)),
    release: (share) => holding(db, share, (tx) => letGo(tx, share)),

    leaveToOthers: (share, pauseMs) =>
      holding(db, share, async (tx) => {
        await letGo(tx, share)
        await enqueueShares(tx, share.dictationId, [share.number], pauseMs)
      }),

    takeBack: (share) =>
      holding(db, share, async (tx) => {
        await endPlan(tx, share.dictationId, { status: 'queued' })
        await enqueue(tx, share.dictationId)
      }),

    giveUp: (share, outcome, event) =>
      holding(db, share, (tx) => giveUpPlan(tx, share.dictationId, outcome, event)),

    whole: (id) => whole(db, id),
  }
}

async function shareOut(
  db: Kysely<Tables>,
  id: string,
  fence: number,
  plan: RecognitionPlan,
  shares: readonly RecognitionShare[],
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const owned = await tx
      .updateTable('dictations')
      .set((set) => ({
        step: 'recognise',
        lease_worker: null,
        lease_until: null,
        // A renewal that is on its way must not make this a leased dictation again.
        fence: set('fence', '+', 1),
        recognised_ms: Math.round(audioOf(plan) - sum(shares.map(({ audioMs }) => audioMs))),
      }))
      .where((where) => where.and({ id, fence, status: 'transcribing' }))
      .executeTakeFirst()
    if (owned.numUpdatedRows !== 1n) return false
    await tx.deleteFrom('recognition_plans').where('dictation_id', '=', id).execute()
    await tx
      .insertInto('recognition_plans')
      .values({ dictation_id: id, plan: plan.name, content: JSON.stringify(plan) })
      .execute()
    await tx
      .insertInto('recognition_shares')
      .values(
        shares.map(({ from, to, audioMs }, number) => ({
          dictation_id: id,
          number,
          from_piece: from,
          to_piece: to,
          audio_ms: Math.round(audioMs),
        })),
      )
      .execute()
    await enqueueShares(tx, id, [...shares.keys()])
    return true
  })
}

function audioOf({ pieces }: RecognitionPlan): number {
  return sum(pieces.flatMap(({ parts }) => parts.map(({ startMs, endMs }) => endMs - startMs)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
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
      worker = ${worker.id}, claimed_until = ${fromNow(worker.ttlMs)}, fence = s.fence + 1,
      promoted_at = null
    from recognition_plans p, dictations d
    where s.dictation_id = ${dictationId} and s.number = ${number}
      and p.dictation_id = s.dictation_id and p.plan = ${plan}
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

/** Runs in one transaction, with the plan's name, if the share is still this claim's. */
async function holding(
  db: Kysely<Tables>,
  { dictationId, number, fence }: ClaimedShare,
  act: (tx: Kysely<Tables>, plan: string) => Promise<unknown>,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`select from dictations where id = ${dictationId} for update`.execute(tx)
    const { rows } = await sql<{ plan: string }>`
      select p.plan from recognition_shares s join recognition_plans p using (dictation_id)
      where s.dictation_id = ${dictationId} and s.number = ${number} and s.fence = ${fence}
        and s.worker is not null
      for update of s`.execute(tx)
    const [held] = rows
    if (!held) return false
    await act(tx, held.plan)
    return true
  })
}

async function savePiece(
  tx: Kysely<Tables>,
  { dictationId }: ClaimedShare,
  plan: string,
  { index, heard, audioMs }: Parameters<ShareStore['savePiece']>[1],
): Promise<void> {
  const saved = await tx
    .insertInto('recognised_pieces')
    .values({ dictation_id: dictationId, plan, piece: index, content: JSON.stringify(heard) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows !== 1n) return
  await tx
    .updateTable('dictations')
    .set({ recognised_ms: sql<number>`coalesce(recognised_ms, 0) + ${Math.round(audioMs)}::int` })
    .where('id', '=', dictationId)
    .execute()
}

/** The dictation's row is locked, so that of two workers that end at the same time one sees that it is the last. */
async function finish(tx: Kysely<Tables>, { dictationId, number }: ClaimedShare): Promise<void> {
  await tx
    .deleteFrom('recognition_shares')
    .where((where) => where.and({ dictation_id: dictationId, number }))
    .execute()
  const left = await tx
    .selectFrom('recognition_shares')
    .select('number')
    .where('dictation_id', '=', dictationId)
    .limit(1)
    .executeTakeFirst()
  if (left) return
  await endTranscribing(tx, dictationId, { status: 'queued' })
  await enqueueToWrite(tx, dictationId)
}

async function letGo(tx: Kysely<Tables>, { dictationId, number }: ClaimedShare): Promise<void> {
  await tx
    .updateTable('recognition_shares')
    .set({ worker: null, claimed_until: null, queued_at: sql<Date>`now()` })
    .where((where) => where.and({ dictation_id: dictationId, number }))
    .execute()
}

/** Ends a plan that cannot be heard to its end. The dictation's row has to be locked. */
export async function giveUpPlan(
  tx: Kysely<Tables>,
  dictationId: string,
  outcome: Parameters<DictationStore['giveUp']>[2],
  event: AuditEvent,
): Promise<void> {
  await endPlan(tx, dictationId, {
    status: outcome.to,
    waiting_for: outcome.to === 'queued' ? outcome.waitingFor : null,
    failure_reason: outcome.to === 'failed' ? outcome.reason : null,
  })
  await appendAuditEvent(tx, event)
}

type Next = {
  readonly status: string
  readonly waiting_for?: string | null
  readonly failure_reason?: string | null
}

async function endPlan(tx: Kysely<Tables>, dictationId: string, next: Next): Promise<void> {
  await tx.deleteFrom('recognition_plans').where('dictation_id', '=', dictationId).execute()
  await endTranscribing(tx, dictationId, next)
}

async function endTranscribing(tx: Kysely<Tables>, id: string, next: Next): Promise<void> {
  await tx
    .updateTable('dictations')
    .set({ ...next, step: null, recognised_ms: null })
    .where('id', '=', id)
    .execute()
}

async function whole(db: Kysely<Tables>, dictationId: string): ReturnType<ShareStore['whole']> {
  const stored = await db
    .selectFrom('recognition_plans')
    .select('content')
    .where('dictation_id', '=', dictationId)
    .executeTakeFirst()
  if (!stored) return null
  const plan = recognitionPlanSchema.parse(stored.content)
  const rows = await db
    .selectFrom('recognised_pieces')
    .select('content')
    .where((where) => where.and({ dictation_id: dictationId, plan: plan.name }))
    .orderBy('piece')
    .execute()
  if (rows.length < plan.pieces.length) return null
  return { plan, heard: rows.map(({ content }) => heardPieceSchema.parse(content)) }
}
