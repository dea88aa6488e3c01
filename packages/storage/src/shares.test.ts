import { randomUUID } from 'node:crypto'
import type { Lease, RecognitionPlan, ShareClaim, SharedPart } from '@plume/records'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePeople } from '../../../tests/support/people.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import { createDictationStore } from './dictations.ts'
import { createReconciler } from './outbox/reconciler.ts'
import { createShareStore } from './shares.ts'
import { createWorkload } from './workload.ts'

let house: TestDatabase
let id: string
let authorId: string
beforeEach(async () => {
  house = await createTestDatabase()
  const people = await makePeople(house.database)
  authorId = people.doctor.id
  id = await receive()
})
afterEach(() => house.close())

const dictations = () => createDictationStore(house.database)
const shares = () => createShareStore(house.database)
const reconcile = () =>
  createReconciler({
    database: house.database,
    intervalMs: 1000,
    log: { info: () => {}, warn: () => {} },
  }).runOnce()

async function receive(hoursAgo = 0): Promise<string> {
  const id = randomUUID()
  const event = {
    kind: 'dictation-received',
    dictationId: id,
    actor: null,
    at: new Date(),
  } as const
  const details = {
    id,
    sha256: (randomUUID() + randomUUID()).replaceAll('-', ''),
    byteLength: 1,
    fileName: 'a.wav',
    authorId,
    uploadedBy: authorId,
    workType: 'general',
    templateId: 'chest-xray',
    locale: 'en-CA',
    givenLocale: 'en-CA',
    languageOrigin: 'given',
    priority: 'routine',
    patient: null,
    order: null,
    receivedAt: new Date(Date.now() - hoursAgo * 3_600_000),
  } as const
  await dictations().accept(details, event)
  return id
}

const pieceMs = 30_000

/** Pieces of half a minute, one after the other; `letter` makes its name. */
function aPlan(letter: string, firstPiece: number, pieces: number): RecognitionPlan {
  return {
    name: letter.repeat(64),
    engine: {
      engine: 'scripted',
      model: 'm',
      modelSha256: 'b'.repeat(64),
      demonstrationOnly: true,
    },
    language: 'en',
    durationMs: 3_600_000,
    pieces: Array.from({ length: pieces }, (_, n) => {
      const startMs = (firstPiece + n) * pieceMs
      return { parts: [{ startMs, endMs: startMs + pieceMs }] }
    }),
  }
}

/** In shares of one piece each. */
function aPart(number: 0 | 1, isLast: boolean, plan: RecognitionPlan): SharedPart {
  const shares = plan.pieces.map((_, from) => ({ from, to: from + 1, audioMs: pieceMs }))
  return { number, isLast, plan, shares }
}

const anOpening = (letter = 'a', pieces = 3) => aPart(0, false, aPlan(letter, 0, pieces))
const aRest = (pieces = 2) => aPart(1, true, aPlan('c', 3, pieces))

async function lead(worker = 'lead'): Promise<Lease> {
  const lease = await dictations().lease(id, { id: worker, ttlMs: 60_000 })
  if (!lease) throw new Error('no lease')
  await sql`update dictations set playback_sha256 = ${'d'.repeat(64)}, duration_ms = 3600000
    where id = ${id}`.execute(house.database.db)
  return lease
}

/** A lead that has shared out its opening, and finds speech in the rest. */
async function betweenTheParts(opening = anOpening()): Promise<Lease> {
  const lease = await lead()
  expect(await shares().shareOut(id, lease.fence, opening)).toBe(true)
  return lease
}

async function claim({ plan }: SharedPart, number: number, worker = 'other'): Promise<ShareClaim> {
  const share = { dictationId: id, plan: plan.name, number }
  const claimed = await shares().claim(share, { id: worker, ttlMs: 60_000 })
  if (!claimed) throw new Error(`share ${number} cannot be claimed`)
  return claimed
}

const says = (text: string, startMs: number) => ({
  words: [{ text, startMs, endMs: startMs + 100, confidence: 1 }],
  omissions: [],
})

async function save(claimed: ShareClaim): Promise<boolean> {
  const index = claimed.pieces[0] ?? 0
  const startMs = claimed.plan.pieces[index]?.parts[0]?.startMs ?? 0
  const heard = says(`at${startMs / pieceMs}`, startMs)
  return shares().savePiece(claimed, { index, heard, audioMs: pieceMs })
}

async function hear(part: SharedPart, number: number): Promise<void> {
  const claimed = await claim(part, number)
  expect(await save(claimed)).toBe(true)
  expect(await shares().finish(claimed)).toBe(true)
}

async function hearAll(part: SharedPart): Promise<void> {
  for (const number of part.shares.keys()) await hear(part, number)
}

const state = async () => (await dictations().find(id))?.state
const progress = async () => (await dictations().findEntry(id))?.recognisedMs
const renews = ({ fence }: Lease) =>
  dictations().renewLease(id, fence, { ttlMs: 60_000, step: 'recognise' })
const wordsOf = async () =>
  (await shares().whole(id))?.pieces.flatMap(({ words }) => words.map(({ text }) => text))

/** The shares that were asked for, in order, since the last time this was asked. */
async function newlyQueued(): Promise<readonly (number | null)[]> {
  const { rows } = await sql<{ number: number | null }>`
    with new as (update outbox set relayed_at = now() where relayed_at is null returning id, payload)
    select (payload #>> '{share,number}')::int as number from new order by id`.execute(
    house.database.db,
  )
  return rows.map(({ number }) => number)
}

async function leaseRunsOut(): Promise<void> {
  await sql`update dictations set lease_until = now() - interval '1 second' where id = ${id}`.execute(
    house.database.db,
  )
  expect(await reconcile()).toMatchObject({ resumed: 1 })
  expect(await state()).toEqual({ status: 'queued', waitingFor: null })
}

/** No worker stands in the row any more, and what an old one knows of its lease opens nothing. */
async function expectLeaseEnded({ fence }: Lease): Promise<void> {
  const { rows } = await sql<object>`
    select lease_worker as worker, lease_until as until, fence > ${fence} as "isNewer"
    from dictations where id = ${id}`.execute(house.database.db)
  expect(rows).toEqual([{ worker: null, until: null, isNewer: true }])
}

const setAside = (status: 'failed' | 'queued') =>
  ({ kind: 'dictation-set-aside', dictationId: id, status, actor: null, at: new Date() }) as const
const failed = { to: 'failed', reason: 'engine-crashed' } as const

describe('a recording in two parts', () => {
  test('keeps its lease with the opening, and ends it with the rest', async () => {
    const lease = await betweenTheParts()
    expect(await renews(lease)).toBe(true)
    expect(await shares().shareOut(id, lease.fence, aRest())).toBe(true)
    expect(await renews(lease)).toBe(false)
    expect(await state()).toEqual({ status: 'transcribing', step: 'recognise' })
  })

  test('gives the words of both in order, whichever was heard first', async () => {
    const lease = await betweenTheParts()
    await shares().shareOut(id, lease.fence, aRest())
    await hearAll(aRest())
    expect(await shares().whole(id)).toBeNull()
    await hearAll(anOpening())
    expect(await wordsOf()).toEqual(['at0', 'at1', 'at2', 'at3', 'at4'])
    expect(await state()).toEqual({ status: 'queued', waitingFor: null })
  })

  test('whose opening is heard before the rest is there waits for the rest', async () => {
    const lease = await betweenTheParts()
    await newlyQueued()
    await hearAll(anOpening())
    expect(await state()).toEqual({ status: 'transcribing', step: 'recognise' })
    expect(await shares().whole(id)).toBeNull()
    expect(await newlyQueued()).toEqual([])
    await shares().shareOut(id, lease.fence, aRest())
    expect(await state()).toEqual({ status: 'transcribing', step: 'recognise' })
    await hearAll(aRest())
    expect(await state()).toEqual({ status: 'queued', waitingFor: null })
    expect(await newlyQueued()).toEqual([0, 1, null])
  })

  test('of which nothing is left when the rest comes goes back at once, to be written', async () => {
    const lease = await betweenTheParts()
    await hearAll(anOpening())
    await newlyQueued()
    expect(await shares().shareOut(id, lease.fence, aRest(0))).toBe(true)
    expect(await state()).toEqual({ status: 'queued', waitingFor: null })
    expect(await newlyQueued()).toEqual([null])
    expect(await renews(lease)).toBe(false)
    expect(await wordsOf()).toEqual(['at0', 'at1', 'at2'])
  })

  test('without speech in the rest waits for the opening', async () => {
    const lease = await betweenTheParts()
    await shares().shareOut(id, lease.fence, aRest(0))
    expect(await state()).toEqual({ status: 'transcribing', step: 'recognise' })
    await hearAll(anOpening())
    expect(await state()).toEqual({ status: 'queued', waitingFor: null })
  })

  test('shows how much has been heard of both, growing, each once', async () => {
    const seen: unknown[] = []
    const look = async () => seen.push((await progress()) ?? 0)
    const lease = await betweenTheParts()
    await look()
    await hear(anOpening(), 0)
    await look()
    await shares().shareOut(id, lease.fence, aRest())
    await look()
    for (const [part, number] of [
      [aRest(), 1],
      [anOpening(), 2],
      [aRest(), 0],
    ] as const) {
      await hear(part, number)
      await look()
    }
    expect(seen).toEqual([0, 1, 1, 2, 3, 4].map((pieces) => pieces * pieceMs))
  })

  test('shows its words so far in the order of the recording', async () => {
    const lease = await betweenTheParts()
    const soFar = async () =>
      (await dictations().heardSoFar(id)).map(({ piece, words }) => [piece, words[0]?.text])
    await hear(anOpening(), 1)
    expect(await soFar()).toEqual([[1, 'at1']])
    await shares().shareOut(id, lease.fence, aRest())
    await hear(aRest(), 1)
    await hear(aRest(), 0)
    expect(await soFar()).toEqual([
      [1, 'at1'],
      [3, 'at3'],
      [4, 'at4'],
    ])
  })

  test('takes no place of its worker but the one in which speech is found', async () => {
    await betweenTheParts()
    await claim(anOpening(), 0)
    expect((await createWorkload(house.database).read()).running).toEqual([
      { workerId: 'lead', language: 'en', remainingMs: 0 },
      { workerId: 'other', language: 'en', remainingMs: pieceMs },
    ])
  })

  test('is begun anew where something is appended between them', async () => {
    const lease = await betweenTheParts()
    const claimed = await claim(anOpening(), 0)
    const recording = {
      sha256: 'e'.repeat(64),
      byteLength: 1,
      fileName: 'b.wav',
      uploadedBy: authorId,
      receivedAt: new Date(),
    }
    const at = new Date()
    await dictations().append(id, recording, {
      kind: 'recording-appended',
      dictationId: id,
      actor: authorId,
      at,
    })
    expect(await save(claimed)).toBe(false)
    expect(await shares().shareOut(id, lease.fence, aRest())).toBe(false)
    expect(await state()).toEqual({ status: 'queued', waitingFor: null })
  })
})

describe('while speech is found in the rest,', () => {
  test('a share that is given up ends the lease, and its worker saves nothing more', async () => {
    const lease = await betweenTheParts()
    const claimed = await claim(anOpening(), 0)
    expect(await shares().giveUp(claimed, failed, setAside('failed'))).toBe(true)
    expect(await state()).toEqual({ status: 'failed', reason: 'engine-crashed' })
    await expectLeaseEnded(lease)
    expect(await renews(lease)).toBe(false)
    expect(await shares().shareOut(id, lease.fence, aRest())).toBe(false)
    // Nor once a person has asked for another try, and another worker leads.
    await dictations().retry(id, {
      kind: 'dictation-retried',
      dictationId: id,
      actor: null,
      at: new Date(),
    })
    const next = await betweenTheParts()
    expect(next.fence).toBeGreaterThan(lease.fence)
    expect(await shares().shareOut(id, lease.fence, aRest())).toBe(false)
    expect(await renews(next)).toBe(true)
  })

  test('a share that nobody can hear any more gives all of it back, and ends the lease', async () => {
    const lease = await betweenTheParts()
    await newlyQueued()
    expect(await shares().takeBack(await claim(anOpening(), 0))).toBe(true)
    expect(await state()).toEqual({ status: 'queued', waitingFor: null })
    expect(await newlyQueued()).toEqual([null])
    await expectLeaseEnded(lease)
    expect(await renews(lease)).toBe(false)
    const next = await lead('next')
    expect(await shares().shareOut(id, lease.fence, aRest())).toBe(false)
    expect(await renews(next)).toBe(true)
  })

  test('a share that stops one worker after the other sets it aside, and ends the lease', async () => {
    const lease = await betweenTheParts()
    for (let death = 0; death <= 10; death += 1) {
      await claim(anOpening(), 0)
      await sql`update recognition_shares set claimed_until = now() - interval '1 second'
        where worker is not null`.execute(house.database.db)
      await reconcile()
    }
    expect(await state()).toEqual({ status: 'failed', reason: 'worker-kept-dying' })
    await expectLeaseEnded(lease)
    expect(await renews(lease)).toBe(false)
    expect(await shares().shareOut(id, lease.fence, aRest())).toBe(false)
  })

  test('a worker that fails for good takes the shares with it', async () => {
    const lease = await betweenTheParts()
    const claimed = await claim(anOpening(), 0)
    await dictations().giveUp(id, lease.fence, failed, setAside('failed'))
    expect(await save(claimed)).toBe(false)
    expect(await shares().takeBack(claimed)).toBe(false)
    expect(await state()).toEqual({ status: 'failed', reason: 'engine-crashed' })
  })

  test('a worker that stops so many that it is set aside takes the shares with it', async () => {
    await betweenTheParts()
    const claimed = await claim(anOpening(), 0)
    await sql`update dictations set stale_leases = 10, lease_until = now() - interval '1 second'
      where id = ${id}`.execute(house.database.db)
    expect(await reconcile()).toMatchObject({ givenUp: 1 })
    expect(await save(claimed)).toBe(false)
  })

  test('a worker that will try again leaves the others what they hear', async () => {
    const lease = await betweenTheParts()
    const claimed = await claim(anOpening(), 0)
    const again = { to: 'queued', waitingFor: null } as const
    await dictations().giveUp(id, lease.fence, again, setAside('queued'))
    expect(await save(claimed)).toBe(true)
  })
})

describe('a worker that dies between the parts', () => {
  test('is followed by one with the same opening: what was heard stays, claims too, and only the others are queued', async () => {
    await betweenTheParts()
    await hear(anOpening(), 0)
    const held = await claim(anOpening(), 1)
    await leaseRunsOut()
    await newlyQueued()
    const next = await betweenTheParts()
    expect(await newlyQueued()).toEqual([2])
    expect(await progress()).toBe(pieceMs)
    expect(await save(held)).toBe(true)
    expect(await shares().finish(held)).toBe(true)
    expect(await progress()).toBe(2 * pieceMs)
    await shares().shareOut(id, next.fence, aRest())
    await hear(anOpening(), 2)
    await hearAll(aRest())
    expect(await wordsOf()).toEqual(['at0', 'at1', 'at2', 'at3', 'at4'])
  })

  test('and is followed by one with another opening: the old claims save nothing', async () => {
    await betweenTheParts()
    const old = await claim(anOpening(), 1)
    await leaseRunsOut()
    const other = anOpening('f', 4)
    const next = await betweenTheParts(other)
    // Of the same number, and claimed as often: no fence is given twice.
    const claimed = await claim(other, 1)
    expect(claimed.fence).toBeGreaterThan(old.fence)
    expect(await save(old)).toBe(false)
    expect(await shares().renew(old, 60_000)).toBe(false)
    expect(await shares().finish(old)).toBe(false)
    expect(await save(claimed)).toBe(true)
    await shares().shareOut(id, next.fence, aRest())
    expect(await shares().finish(claimed)).toBe(true)
  })

  test('and by one that cuts it in one part: nothing of the opening is left', async () => {
    await betweenTheParts()
    const old = await claim(anOpening(), 1)
    await leaseRunsOut()
    const whole = aPart(0, true, aPlan('f', 0, 5))
    await shares().shareOut(id, (await lead()).fence, whole)
    expect(await save(old)).toBe(false)
    await hearAll(whole)
    expect(await wordsOf()).toEqual(['at0', 'at1', 'at2', 'at3', 'at4'])
  })

  test('and by one that hears all of it alone: the shares end', async () => {
    await betweenTheParts()
    const old = await claim(anOpening(), 1)
    await leaseRunsOut()
    const { fence } = await lead()
    await dictations().saveHeardPiece(id, fence, {
      plan: 'f'.repeat(64),
      index: 0,
      heard: says('alone', 0),
      recognisedMs: 1000,
    })
    expect(await save(old)).toBe(false)
    expect(await progress()).toBe(1000)
  })

  test('leaves shares that wait with their dictation, for no turn of their own', async () => {
    await sql`update dictations set received_at = now() - interval '5 hours'`.execute(
      house.database.db,
    )
    await betweenTheParts()
    // While it is transcribed they have their turns.
    expect(await reconcile()).toMatchObject({ promoted: 1 })
    expect((await createWorkload(house.database).read()).foremostShares).toHaveLength(1)
    await leaseRunsOut()
    const { rows } = await sql<{ promoted: boolean }>`
      select promoted_at is not null as promoted from dictations`.execute(house.database.db)
    expect(rows).toEqual([{ promoted: true }])
    const share = { dictationId: id, plan: anOpening().plan.name, number: 0 }
    expect(await shares().claim(share, { id: 'other', ttlMs: 60_000 })).toBeNull()
    expect((await createWorkload(house.database).read()).foremostShares).toEqual([])
  })

  test('is found by the reconciler though its shares were queued just now, and they are not queued for nothing', async () => {
    await betweenTheParts()
    await leaseRunsOut()
    await newlyQueued()
    // The queue has lost the dictation; of the shares somebody asked for one a moment ago.
    const hourAgo = sql`now() - interval '1 hour'`
    await sql`update outbox set relayed_at = ${hourAgo} where not payload ? 'share'`.execute(
      house.database.db,
    )
    await sql`update recognition_shares set queued_at = ${hourAgo}`.execute(house.database.db)
    expect(await reconcile()).toMatchObject({ requeued: 1 })
    expect(await newlyQueued()).toEqual([null])
    expect(await reconcile()).toMatchObject({ requeued: 0 })
  })
})

test('a claim of a share whose part was replaced by the same plan saves nothing either', async () => {
  const whole = aPart(0, true, aPlan('a', 0, 3))
  await shares().shareOut(id, (await lead()).fence, whole)
  const old = await claim(whole, 1)
  await shares().takeBack(await claim(whole, 0))
  await shares().shareOut(id, (await lead('next')).fence, whole)
  await claim(whole, 1)
  expect(await shares().finish(old)).toBe(false)
})
