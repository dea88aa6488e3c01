import { Readable } from 'node:stream'
import { createAppendRecording, type Dictation, Failure, type SpeechEngine } from '@plume/records'
import { createScriptedEngine } from '@plume/speech'
import { createReconciler } from '@plume/storage'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aWav } from '../../../../tests/support/a-wav.ts'
import { createMeasuringEngine } from '../../../../tests/support/measuring-engine.ts'
import { openWorkerJobs, type WorkerJobs } from '../../../../tests/support/worker-jobs.ts'
import { createHearShare } from './hear-share.ts'
import { createTranscribeDictation, type TranscribeDictationNeeds } from './transcribe-dictation.ts'

let house: WorkerJobs
beforeEach(async () => {
  house = await openWorkerJobs()
})
afterEach(() => house.close())

const anEngine = (heard: number[] = [], more: { readonly dieBefore?: number } = {}) =>
  createMeasuringEngine(1000, { heard, ...more })

const aWorker = (overrides: Partial<TranscribeDictationNeeds> = {}) => {
  const needs = house.needs({ engines: () => [anEngine()], places: async () => 3, ...overrides })
  return { transcribe: createTranscribeDictation(needs), hear: createHearShare(needs) }
}

let seed = 0
/** An urgent one that has been shared out. */
async function sharedOut(seconds = 6): Promise<Dictation> {
  seed += 1
  const dictation = await house.receiveNoise(seed, seconds, { priority: 'stat' })
  const { transcribe } = aWorker()
  expect(await transcribe({ payload: { dictationId: dictation.id }, attempt: 1 })).toBe('done')
  expect(await stateOf(dictation)).toEqual({ status: 'transcribing', step: 'recognise' })
  return dictation
}

const stateOf = async ({ id }: Dictation) => (await house.dictations.find(id))?.state
const wordsOf = async ({ id }: Dictation) => (await house.dictations.recognitions(id))[0]?.words
const reconciler = () =>
  createReconciler({
    database: house.database,
    intervalMs: 1000,
    log: pino({ level: 'silent' }),
  })
const endClaims = () =>
  sql`update recognition_shares set claimed_until = now() - interval '1 second'
    where worker is not null`.execute(house.database.db)

test('a language that is found is stored before the recording is shared out, and holds for each share', async () => {
  const dictation = await house.receiveNoise(4711, 6, { priority: 'stat', findLanguage: true })
  const told: string[] = []
  const engine = anEngine()
  const french: SpeechEngine = {
    ...engine,
    detectLanguage: async () => ({ language: 'fr', probability: 0.9 }),
    transcribe: (pieces, options) => {
      told.push(options.language)
      return engine.transcribe(pieces, options)
    },
  }
  const worker = aWorker({ engines: () => [french] })
  await worker.transcribe({ payload: { dictationId: dictation.id }, attempt: 1 })
  const known = { locale: 'fr-CA', givenLocale: 'en-CA', languageOrigin: 'found' }
  expect(await house.dictations.find(dictation.id)).toMatchObject(known)
  expect(told).toEqual([])
  const shares = await house.queuedShares(dictation)
  expect(shares.length).toBeGreaterThan(1)
  for (const share of shares) expect(await worker.hear({ ...share, attempt: 1 })).toBe('done')
  expect(new Set(told)).toEqual(new Set(['fr']))
  await worker.transcribe({ payload: { dictationId: dictation.id }, attempt: 1 })
  expect(await stateOf(dictation)).toMatchObject({ status: 'drafted' })
  expect(await house.dictations.find(dictation.id)).toMatchObject(known)
  expect((await house.dictations.recognitions(dictation.id))[0]?.language).toBe('fr')
})

/** What one worker alone hears of the same recording. */
async function heardAlone(seconds: number): Promise<readonly unknown[]> {
  const dictation = await house.receiveNoise(seed + 1000, seconds)
  const job = { payload: { dictationId: dictation.id }, attempt: 1 }
  await aWorker().transcribe(job)
  return (await wordsOf(dictation)) ?? []
}

describe('shares of a dictation', () => {
  test('heard by several workers, the last first, give the words of one worker in order', async () => {
    const dictation = await sharedOut()
    const shares = await house.queuedShares(dictation)
    expect(shares.length).toBeGreaterThan(3)
    for (const share of shares.toReversed()) {
      expect(await aWorker().hear({ ...share, attempt: 1 })).toBe('done')
    }
    expect(await stateOf(dictation)).toEqual({ status: 'queued', waitingFor: null })
    await aWorker().transcribe({ payload: { dictationId: dictation.id }, attempt: 1 })
    expect(await stateOf(dictation)).toMatchObject({ status: 'drafted' })
    expect(await wordsOf(dictation)).toEqual(await heardAlone(6))
    expect(await house.count('recognition_plans')).toBe(0)
    expect(await house.count('recognised_pieces')).toBe(0)
  })

  test('heard at the same time put the dictation back exactly once', async () => {
    const dictation = await sharedOut()
    const shares = await house.queuedShares(dictation)
    const twice = [...shares, ...shares]
    const results = await Promise.all(
      twice.map((share) => aWorker().hear({ ...share, attempt: 1 })),
    )
    expect(results.filter((result) => result === 'done')).toHaveLength(shares.length)
    const { rows } = await sql<{ n: number }>`
      select count(*)::int n from outbox where not payload ? 'share'`.execute(house.database.db)
    // One when it was received, one when all was heard.
    expect(rows[0]?.n).toBe(2)
  })

  test('show how much has been heard, of all together', async () => {
    const dictation = await sharedOut()
    const seen: number[] = []
    for (const share of await house.queuedShares(dictation)) {
      seen.push((await house.dictations.findEntry(dictation.id))?.recognisedMs ?? -1)
      await aWorker().hear({ ...share, attempt: 1 })
    }
    expect(seen[0]).toBe(0)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBeGreaterThan(4000)
  })
})

test('a short ordinary dictation is heard by one worker, and so is an urgent one where there is one place', async () => {
  const ordinary = await house.receiveNoise(900, 6)
  await aWorker().transcribe({ payload: { dictationId: ordinary.id }, attempt: 1 })
  expect(await stateOf(ordinary)).toMatchObject({ status: 'drafted' })
  const urgent = await house.receiveNoise(901, 6, { priority: 'urgent' })
  const alone = aWorker({ places: async () => 1 })
  await alone.transcribe({ payload: { dictationId: urgent.id }, attempt: 1 })
  expect(await stateOf(urgent)).toMatchObject({ status: 'drafted' })
})

test('a long ordinary dictation is shared out where there is one place, too', async () => {
  const dictation = await house.receiveNoise(902, 5 * 60)
  const engine = createScriptedEngine({ words: [] })
  const { transcribe, hear } = aWorker({ places: async () => 1, engines: () => [engine] })
  await transcribe({ payload: { dictationId: dictation.id }, attempt: 1 })
  expect(await stateOf(dictation)).toEqual({ status: 'transcribing', step: 'recognise' })
  for (const share of await house.queuedShares(dictation)) await hear({ ...share, attempt: 1 })
  await transcribe({ payload: { dictationId: dictation.id }, attempt: 1 })
  expect(await stateOf(dictation)).toMatchObject({ status: 'drafted' })
})

describe('a share whose worker died', () => {
  test('goes back in the queue, and no piece that was heard is heard again', async () => {
    const dictation = await sharedOut(30)
    const [first] = await house.queuedShares(dictation)
    if (!first) throw new Error('no share')
    const before: number[] = []
    const dying = house.needs({ engines: () => [anEngine(before, { dieBefore: 2 })] })
    // As if the process had ended: nothing is given back.
    const dead = { ...dying.shares, release: async () => true }
    await expect(
      createHearShare({ ...dying, shares: dead })({ ...first, attempt: 1 }),
    ).rejects.toThrow('as told')
    expect(before).toHaveLength(2)
    expect(await aWorker().hear({ ...first, attempt: 1 })).toBe('skipped')

    await endClaims()
    expect(await reconciler().runOnce()).toMatchObject({ resumed: 1 })
    const after: number[] = []
    const going = aWorker({ engines: () => [anEngine(after)] })
    expect(await going.hear({ ...first, attempt: 1 })).toBe('done')
    const undisturbed: number[] = []
    const all = aWorker({ engines: () => [anEngine(undisturbed)] })
    for (const share of await house.queuedShares(dictation))
      await all.hear({ ...share, attempt: 1 })
    const alone: number[] = []
    const other = await house.receiveNoise(seed + 2000, 30)
    await aWorker({ engines: () => [anEngine(alone)] }).transcribe({
      payload: { dictationId: other.id },
      attempt: 1,
    })
    expect([...before, ...after, ...undisturbed]).toEqual(alone)
  })

  test('saves nothing after another has taken it', async () => {
    const dictation = await sharedOut()
    const [share] = await house.queuedShares(dictation)
    if (!share) throw new Error('no share')
    const needs = house.needs({ engines: () => [anEngine()] })
    let taken = false
    const late = {
      ...needs.shares,
      savePiece: async (...request: Parameters<typeof needs.shares.savePiece>) => {
        if (!taken) {
          taken = true
          await endClaims()
          await needs.shares.claim(
            { dictationId: dictation.id, ...share.share },
            { id: 'another', ttlMs: 60_000 },
          )
        }
        return needs.shares.savePiece(...request)
      },
    }
    const hear = createHearShare({ ...needs, shares: late })
    expect(await hear({ ...share, attempt: 1 })).toBe('skipped')
    expect(await house.count('recognised_pieces')).toBe(0)
  })

  test('again and again is set aside, with its dictation', async () => {
    const dictation = await sharedOut()
    const [share] = await house.queuedShares(dictation)
    if (!share) throw new Error('no share')
    const { shares } = house.needs()
    for (let death = 0; death <= 10; death += 1) {
      await shares.claim({ dictationId: dictation.id, ...share.share }, { id: 'w', ttlMs: 60_000 })
      await endClaims()
      await reconciler().runOnce()
    }
    expect(await stateOf(dictation)).toEqual({ status: 'failed', reason: 'worker-kept-dying' })
    expect(await house.count('recognition_plans')).toBe(0)
  })
})

describe('a share that fails', () => {
  const crashing = () =>
    createScriptedEngine({
      words: [],
      longestPieceMs: 1000,
      failWith: new Failure('engine-crashed', 'as told', { retryable: true }),
    })

  test('is tried again, and at the last attempt fails the dictation; the other shares end with it', async () => {
    const dictation = await sharedOut()
    const [first, second] = await house.queuedShares(dictation)
    if (!first || !second) throw new Error('too few shares')
    const { hear } = aWorker({ engines: () => [crashing()] })
    await expect(hear({ ...first, attempt: 1 })).rejects.toThrow('as told')
    expect(await stateOf(dictation)).toMatchObject({ status: 'transcribing' })
    expect(await hear({ ...first, attempt: 5 })).toBe('done')
    expect(await stateOf(dictation)).toEqual({ status: 'failed', reason: 'engine-crashed' })
    expect(await aWorker().hear({ ...second, attempt: 1 })).toBe('skipped')
  })

  test('and is retried by a person goes on with what was heard', async () => {
    const dictation = await sharedOut()
    const [first, second] = await house.queuedShares(dictation)
    if (!first || !second) throw new Error('too few shares')
    const heard: number[] = []
    await aWorker({ engines: () => [anEngine(heard)] }).hear({ ...first, attempt: 1 })
    await aWorker({ engines: () => [crashing()] }).hear({ ...second, attempt: 5 })
    await house.dictations.retry(dictation.id, {
      kind: 'dictation-retried',
      dictationId: dictation.id,
      actor: null,
      at: new Date(),
    })
    const { transcribe } = aWorker()
    await transcribe({ payload: { dictationId: dictation.id }, attempt: 1 })
    const entry = await house.dictations.findEntry(dictation.id)
    expect(entry?.recognisedMs).toBe(heard.reduce((sum, ms) => sum + ms, 0))
  })

  test('because the machine is at fault waits, however often', async () => {
    const dictation = await sharedOut()
    const [first] = await house.queuedShares(dictation)
    if (!first) throw new Error('no share')
    const needs = house.needs({ engines: () => [anEngine()] })
    const full = new Failure('blob-store-full', 'as told', { retryable: true })
    const shares = { ...needs.shares, savePiece: () => Promise.reject(full) }
    expect(await createHearShare({ ...needs, shares })({ ...first, attempt: 5 })).toBe('done')
    expect(await stateOf(dictation)).toMatchObject({ status: 'transcribing' })
    // The reconciler finds it when the queue has been silent about it for long enough.
    await sql`update recognition_shares set queued_at = queued_at - interval '1 hour'`.execute(
      house.database.db,
    )
    await sql`update outbox set relayed_at = now()`.execute(house.database.db)
    expect((await reconciler().runOnce()).requeued).toBeGreaterThan(0)
  })
})

describe('a worker without the engine of a dictation', () => {
  test('leaves its shares to those that have it, after a pause', async () => {
    const dictation = await sharedOut()
    const [first] = await house.queuedShares(dictation)
    if (!first) throw new Error('no share')
    const other = { ...anEngine(), identity: { ...anEngine().identity, model: 'another' } }
    const { hear } = aWorker({ engines: () => [other] })
    expect(await hear({ ...first, attempt: 1 })).toBe('skipped')
    const { rows } = await sql<{ waits: boolean }>`
      select not_before > now() as waits from outbox order by id desc limit 1`.execute(
      house.database.db,
    )
    expect(rows).toEqual([{ waits: true }])
    expect(await aWorker().hear({ ...first, attempt: 1 })).toBe('done')
  })

  test('takes the whole dictation where nobody has it any more', async () => {
    const dictation = await sharedOut()
    const [first] = await house.queuedShares(dictation)
    if (!first) throw new Error('no share')
    const other = { ...anEngine(), identity: { ...anEngine().identity, model: 'another' } }
    const { hear, transcribe } = aWorker({ engines: () => [other], places: async () => 0 })
    expect(await hear({ ...first, attempt: 1 })).toBe('skipped')
    expect(await stateOf(dictation)).toEqual({ status: 'queued', waitingFor: null })
    await transcribe({ payload: { dictationId: dictation.id }, attempt: 1 })
    expect(await stateOf(dictation)).toMatchObject({ status: 'drafted' })
    const [recognition] = await house.dictations.recognitions(dictation.id)
    expect(recognition?.engine.model).toBe('another')
  })
})

test('a recording that is appended meanwhile ends the shares', async () => {
  const dictation = await sharedOut()
  const [first] = await house.queuedShares(dictation)
  if (!first) throw new Error('no share')
  const { blobs, dictations } = house
  const author = { id: dictation.authorId, login: 'd', displayName: 'D', role: 'doctor' } as const
  const append = createAppendRecording({ blobs, dictations, now: () => new Date() })
  const audio = Readable.from([aWav(5000)])
  await append(dictation.id, author, { audio, fileName: 'more.wav', maxBytes: 10_000_000 })
  expect(await aWorker().hear({ ...first, attempt: 1 })).toBe('skipped')
  expect(await stateOf(dictation)).toEqual({ status: 'queued', waitingFor: null })
})

test('a worker that is told to stop gives its share back', async () => {
  const dictation = await sharedOut()
  const [first] = await house.queuedShares(dictation)
  if (!first) throw new Error('no share')
  const stopping = new AbortController()
  const slow = createScriptedEngine({ words: [], longestPieceMs: 1000, delayMs: 600_000 })
  const running = aWorker({ engines: () => [slow] }).hear({
    ...first,
    attempt: 5,
    signal: stopping.signal,
  })
  const ended = expect(running).rejects.toThrow()
  await new Promise((resolve) => setTimeout(resolve, 300))
  stopping.abort(new Error('stopping'))
  await ended
  expect(await aWorker().hear({ ...first, attempt: 1 })).toBe('done')
})
