import { Readable } from 'node:stream'
import { createAppendRecording, type Dictation, Failure, type SpeechEngine } from '@plume/records'
import { createScriptedEngine, findSileroModel } from '@plume/speech'
import { createReconciler } from '@plume/storage'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aWav } from '../../../../tests/support/a-wav.ts'
import { createMeasuringEngine } from '../../../../tests/support/measuring-engine.ts'
import { spoken } from '../../../../tests/support/spoken.ts'
import { openWorkerJobs, type WorkerJobs } from '../../../../tests/support/worker-jobs.ts'
import { createHearShare } from './hear-share.ts'
import { createTranscribeDictation, type TranscribeDictationNeeds } from './transcribe-dictation.ts'

/** Three stretches: two are the opening, one the rest. */
const minutes = 14

let recording: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  recording = await spoken(1, minutes)
})
let house: WorkerJobs
beforeEach(async () => {
  house = await openWorkerJobs()
})
afterEach(() => house.close())

const anEngine = (heard?: number[]) => createMeasuringEngine(30_000, heard && { heard })

const aWorker = (overrides: Partial<TranscribeDictationNeeds> = {}) => {
  const needs = house.needs({ engines: () => [anEngine()], places: async () => 3, ...overrides })
  return { transcribe: createTranscribeDictation(needs), hear: createHearShare(needs) }
}

/** One that does something between the two parts, while speech is still searched. */
function aLead(act: () => Promise<unknown>, overrides: Partial<TranscribeDictationNeeds> = {}) {
  const { shares } = house.needs()
  return aWorker({
    ...overrides,
    shares: {
      ...shares,
      shareOut: async (id, fence, part) => {
        const saved = await shares.shareOut(id, fence, part)
        if (!part.isLast) await act()
        return saved
      },
    },
  })
}

const jobOf = ({ id }: Dictation) => ({ payload: { dictationId: id }, attempt: 1 })
const stateOf = async ({ id }: Dictation) => (await house.dictations.find(id))?.state
const transcribing = { status: 'transcribing', step: 'recognise' }
const queued = { status: 'queued', waitingFor: null }

async function hearQueued(dictation: Dictation, worker = aWorker()): Promise<void> {
  for (const share of await house.queuedShares(dictation))
    await worker.hear({ ...share, attempt: 1 })
}

/** In which parts it is shared out, and whether the last is there. */
async function partsShared(): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select part, is_last as "isLast" from recognition_plans order by part`.execute(
    house.database.db,
  )
  return rows
}

/** All words are in the recording's order, none overlaps another, and hardly anything of it is missing. */
async function expectWhole({ id }: Dictation): Promise<void> {
  const [recognition, ...more] = await house.dictations.recognitions(id)
  expect(more).toEqual([])
  const words = recognition?.words ?? []
  for (const [n, { startMs }] of words.entries()) {
    expect(startMs).toBeGreaterThanOrEqual(words[n - 1]?.endMs ?? 0)
  }
  expect(words[0]?.startMs).toBeLessThan(2000)
  expect(words.at(-1)?.endMs).toBeGreaterThan(minutes * 60_000 - 15_000)
  const gaps = words.slice(1).map(({ startMs }, n) => startMs - (words[n]?.endMs ?? 0))
  expect(Math.max(...gaps)).toBeLessThan(3000)
}

if (findSileroModel() === null) {
  test.skip('SKIPPED: Silero, because its model or sherpa-onnx-node is not installed', () => {})
} else {
  test('the opening of a long dictation is shared out before the rest; heard last first, the words are in order', async () => {
    const dictation = await house.receive(recording)
    const between: unknown[] = []
    const lead = aLead(async () => between.push(await partsShared(), await stateOf(dictation)))
    expect(await lead.transcribe(jobOf(dictation))).toBe('done')
    expect(between).toEqual([[{ part: 0, isLast: false }], transcribing])
    expect(await partsShared()).toEqual([
      { part: 0, isLast: false },
      { part: 1, isLast: true },
    ])
    for (const share of (await house.queuedShares(dictation)).toReversed()) {
      expect(await aWorker().hear({ ...share, attempt: 1 })).toBe('done')
    }
    expect(await stateOf(dictation)).toEqual(queued)
    await aWorker().transcribe(jobOf(dictation))
    expect(await stateOf(dictation)).toMatchObject({ status: 'drafted' })
    await expectWhole(dictation)
    expect(await house.count('recognition_plans')).toBe(0)
    expect(await house.count('recognised_pieces')).toBe(0)
  }, 60_000)

  test('an opening that is heard before the rest is found waits for it', async () => {
    const dictation = await house.receive(recording)
    const lead = aLead(async () => {
      await hearQueued(dictation)
      expect(await house.count('recognition_shares')).toBe(0)
      expect(await stateOf(dictation)).toEqual(transcribing)
    })
    expect(await lead.transcribe(jobOf(dictation))).toBe('done')
    expect(await stateOf(dictation)).toEqual(transcribing)
    await hearQueued(dictation)
    expect(await stateOf(dictation)).toEqual(queued)
    await aWorker().transcribe(jobOf(dictation))
    await expectWhole(dictation)
  }, 60_000)

  test('a worker that is killed between the parts costs no piece of the opening', async () => {
    const dictation = await house.receive(recording)
    const heard: number[] = []
    const others = aWorker({ engines: () => [anEngine(heard)] })
    const died = new Failure('engine-crashed', 'as told', { retryable: true })
    const { dictations } = house
    const lead = aLead(
      async () => {
        const [first, second] = await house.queuedShares(dictation)
        if (first) await others.hear({ ...first, attempt: 1 })
        if (second) await others.hear({ ...second, attempt: 1 })
        throw died
      },
      // As if the process had ended: nothing is given back.
      { dictations: { ...dictations, giveUp: async () => true } },
    )
    await expect(lead.transcribe(jobOf(dictation))).rejects.toThrow('as told')
    const heardMs = heard.reduce((sum, ms) => sum + ms, 0)
    expect(heardMs).toBeGreaterThan(0)
    await sql`update dictations set lease_until = now() - interval '1 second'`.execute(
      house.database.db,
    )
    const { database } = house
    const log = pino({ level: 'silent' })
    await createReconciler({ database, intervalMs: 1000, log }).runOnce()
    expect(await stateOf(dictation)).toEqual(queued)

    const next = aLead(async () => {
      const entry = await dictations.findEntry(dictation.id)
      expect(entry?.recognisedMs).toBe(heardMs)
    })
    expect(await next.transcribe(jobOf(dictation))).toBe('done')
    await hearQueued(dictation, others)
    await aWorker().transcribe(jobOf(dictation))
    await expectWhole(dictation)
    const words = (await dictations.recognitions(dictation.id))[0]?.words ?? []
    expect(heard).toHaveLength(words.length)
  }, 60_000)

  test('a share that fails for good while speech is found ends the search, and a retry keeps what was heard', async () => {
    const dictation = await house.receive(recording)
    const heard: number[] = []
    const others = aWorker({ engines: () => [anEngine(heard)] })
    const crashing = createScriptedEngine({
      words: [],
      longestPieceMs: 30_000,
      failWith: new Failure('engine-crashed', 'as told', { retryable: true }),
    })
    const lead = aLead(async () => {
      const [first, second] = await house.queuedShares(dictation)
      if (!first || !second) throw new Error('too few shares')
      await others.hear({ ...first, attempt: 1 })
      await aWorker({ engines: () => [crashing] }).hear({ ...second, attempt: 5 })
    })
    expect(await lead.transcribe(jobOf(dictation))).toBe('skipped')
    expect(await stateOf(dictation)).toEqual({ status: 'failed', reason: 'engine-crashed' })
    expect(await house.count('recognition_plans')).toBe(0)
    await house.dictations.retry(dictation.id, {
      kind: 'dictation-retried',
      dictationId: dictation.id,
      actor: null,
      at: new Date(),
    })
    await aWorker().transcribe(jobOf(dictation))
    await hearQueued(dictation, others)
    await aWorker().transcribe(jobOf(dictation))
    await expectWhole(dictation)
    const words = (await house.dictations.recognitions(dictation.id))[0]?.words ?? []
    expect(heard).toHaveLength(words.length)
  }, 60_000)

  test('what is appended between the parts ends the search, and all is transcribed anew', async () => {
    const dictation = await house.receive(recording)
    const { blobs, dictations } = house
    const author = { id: dictation.authorId, login: 'd', displayName: 'D', role: 'doctor' } as const
    const lead = aLead(async () => {
      const append = createAppendRecording({ blobs, dictations, now: () => new Date() })
      const audio = Readable.from([aWav(5000)])
      await append(dictation.id, author, { audio, fileName: 'more.wav', maxBytes: 10_000_000 })
    })
    expect(await lead.transcribe(jobOf(dictation))).toBe('skipped')
    expect(await stateOf(dictation)).toEqual(queued)
    expect(await house.count('recognition_plans')).toBe(0)
  }, 60_000)

  test('a long dictation whose language has to be found has one part, also after a worker that found it has died', async () => {
    const dictation = await house.receive(recording, { findLanguage: true })
    const telling: SpeechEngine = {
      ...anEngine(),
      detectLanguage: async () => ({ language: 'en', probability: 0.9 }),
    }
    const { shares, dictations } = house.needs()
    const names: string[] = []
    const workers = [async () => false, shares.shareOut].map((shareOut) =>
      aWorker({
        engines: () => [telling],
        dictations: { ...dictations, giveUp: async () => true },
        shares: {
          ...shares,
          shareOut: (id, fence, part) => {
            names.push(part.plan.name)
            return shareOut(id, fence, part)
          },
        },
      }),
    )
    for (const worker of workers) {
      await worker.transcribe(jobOf(dictation))
      await sql`update dictations set lease_until = now() - interval '1 second'
        where lease_worker is not null`.execute(house.database.db)
    }
    expect(names).toHaveLength(2)
    expect(new Set(names).size).toBe(1)
    expect(await partsShared()).toEqual([{ part: 0, isLast: true }])
  }, 60_000)

  test('a dictation that is long, but not that long, has one part', async () => {
    const dictation = await house.receive(await spoken(2, 8))
    await aWorker().transcribe(jobOf(dictation))
    expect(await partsShared()).toEqual([{ part: 0, isLast: true }])
  })
}
