import type { RecognitionPlan, SharedPart } from '@plume/records'
import { type Kysely, sql } from 'kysely'
import { endOnceHeard } from './end-plans.ts'
import { enqueueShares } from './outbox/enqueue.ts'
import type { Tables } from './postgres/database.ts'

/** One transaction; false when the lease was lost. */
export async function shareOut(
  db: Kysely<Tables>,
  id: string,
  fence: number,
  part: SharedPart,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (!(await lockLeased(tx, id, fence))) return false
    if (!(await isSharedOut(tx, id, part))) await insertPart(tx, id, part)
    const numbers = await unclaimed(tx, id, part.number)
    await enqueueShares(tx, { dictationId: id, part: part.number }, numbers)
    await countHeard(tx, id, part)
    if (part.isLast) {
      await endLease(tx, id)
      await endOnceHeard(tx, id)
    }
    return true
  })
}

async function lockLeased(tx: Kysely<Tables>, id: string, fence: number): Promise<boolean> {
  const owned = await tx
    .updateTable('dictations')
    .set({ step: 'recognise' })
    .where((where) => where.and({ id, fence, status: 'transcribing' }))
    .executeTakeFirst()
  return owned.numUpdatedRows === 1n
}

/** An opening that an attempt before shared out: workers may be hearing it. */
async function isSharedOut(
  tx: Kysely<Tables>,
  id: string,
  { number, isLast, plan }: SharedPart,
): Promise<boolean> {
  if (isLast) return false
  const same = await tx
    .selectFrom('recognition_plans')
    .select('plan')
    .where((where) =>
      where.and({ dictation_id: id, part: number, plan: plan.name, is_last: false }),
    )
    .executeTakeFirst()
  return same !== undefined
}

/** In place of what an attempt before shared out from there on. */
async function insertPart(
  tx: Kysely<Tables>,
  id: string,
  { number: part, isLast, plan, shares }: SharedPart,
): Promise<void> {
  await tx
    .deleteFrom('recognition_plans')
    .where('dictation_id', '=', id)
    .where('part', '>=', part)
    .execute()
  await tx
    .insertInto('recognition_plans')
    .values({
      dictation_id: id,
      part,
      is_last: isLast,
      plan: plan.name,
      content: JSON.stringify(plan),
    })
    .execute()
  if (shares.length === 0) return
  await tx
    .insertInto('recognition_shares')
    .values(
      shares.map(({ from, to, audioMs }, number) => ({
        dictation_id: id,
        part,
        number,
        from_piece: from,
        to_piece: to,
        audio_ms: Math.round(audioMs),
      })),
    )
    .execute()
}

async function unclaimed(tx: Kysely<Tables>, id: string, part: number): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('recognition_shares')
    .select('number')
    .where((where) => where.and({ dictation_id: id, part }))
    .where('worker', 'is', null)
    .execute()
  return rows.map(({ number }) => number)
}

/** How much has been heard before: the first part counts anew, the second adds to it. */
async function countHeard(
  tx: Kysely<Tables>,
  id: string,
  { number, plan }: SharedPart,
): Promise<void> {
  const rows = await tx
    .selectFrom('recognised_pieces')
    .select('piece')
    .where((where) => where.and({ dictation_id: id, plan: plan.name }))
    .execute()
  const heardMs = rows.reduce((sum, { piece }) => sum + lengthOf(plan.pieces[piece]), 0)
  const before = number === 0 ? sql<number>`0` : sql<number>`coalesce(recognised_ms, 0)`
  await tx
    .updateTable('dictations')
    .set({ recognised_ms: sql<number>`${before} + ${heardMs}::int` })
    .where('id', '=', id)
    .execute()
}

/** In whole milliseconds, as each piece adds to what has been heard. */
function lengthOf(piece: RecognitionPlan['pieces'][number] | undefined): number {
  return Math.round((piece?.parts ?? []).reduce((sum, part) => sum + part.endMs - part.startMs, 0))
}

async function endLease(tx: Kysely<Tables>, id: string): Promise<void> {
  await tx
    .updateTable('dictations')
    .set((set) => ({
      lease_worker: null,
      lease_until: null,
      // A renewal that is on its way must not make this a leased dictation again.
      fence: set('fence', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}
