import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createAudioDecoder } from '@plume/audio'
import {
  type BlobStore,
  createAppendRecording,
  createReceiveDictation,
  type Dictation,
  type DictationStore,
  Failure,
  isRefusal,
  type SpeechEngine,
  type SpeechLanguage,
  type TranscribeOptions,
  type User,
} from '@plume/records'
import { loadStarterTemplates } from '@plume/report-templates/starter'
import { createScriptedEngine } from '@plume/speech'
import {
  createAccounts,
  createDictationStore,
  createDiskBlobStore,
  createFindingStore,
  createLexiconStore,
  createMacroStore,
  createMishearingStore,
  createReportStore,
  createShareStore,
  loadKeyring,
} from '@plume/storage'
import { keepAsDictated } from '@plume/terminology'
import { loadSpelling } from '@plume/terminology/spelling'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aLockedDs2, aLongPlayDss } from '../../../../tests/support/a-ds2.ts'
import { aWav } from '../../../../tests/support/a-wav.ts'
import { scriptedWords, wordsSaid } from '../../../../tests/support/scripted-words.ts'
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts'
import { createSiteLexicon } from '../site-lexicon.ts'
import { createTranscribeDictation, type TranscribeDictationNeeds } from './transcribe-dictation.ts'

const patientName = 'Zenobia Quillfeather'

let directory: string
let testDatabase: TestDatabase
let blobs: BlobStore
let dictations: DictationStore
let authorId: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plume-job-test-'))
  testDatabase = await createTestDatabase()
  dictations = createDictationStore(testDatabase.database)
  const keyring = await loadKeyring(join(directory, 'keyring.json'))
  blobs = createDiskBlobStore({ directory: join(directory, 'blobs'), keyring })
  const author = await createAccounts(testDatabase.database).createUser({
    login: 'roe',
    displayName: 'Dr. Robin Roe',
    role: 'doctor',
    password: 'correct horse battery staple',
  })
  if ('refused' in author) throw new Error(author.refused)
  authorId = author.id
})

afterEach(async () => {
  // Decoded audio is a patient's words in the clear: no job may leave any.
  expect(await readdir(join(directory, 'jobs')).catch(() => [])).toEqual([])
})

afterAll(async () => {
  await testDatabase.close()
  await rm(directory, { recursive: true })
})

let seed = 0
async function aReceivedDictation(
  options: {
    readonly bytes?: Uint8Array
    readonly locale?: 'en-CA' | 'fr-CA'
    readonly findLanguage?: boolean
    readonly templateId?: string
  } = {},
): Promise<Dictation> {
  seed += 1
  const receive = createReceiveDictation({
    blobs,
    dictations,
    now: () => new Date(),
    newId: randomUUID,
  })
  const received = await receive({
    audio: Readable.from([options.bytes ?? aWav(seed)]),
    maxBytes: 10_000_000,
    fileName: 'dictation.wav',
    authorId,
    uploadedBy: authorId,
    workType: 'radiology',
    templateId: options.templateId ?? 'chest-xray',
    locale: options.locale ?? 'en-CA',
    findLanguage: options.findLanguage ?? false,
    priority: 'routine',
    patient: { id: 'P-1', name: patientName },
    order: null,
  })
  if (isRefusal(received)) throw new Error(received.refused)
  return received.dictation
}

function aJob(overrides: Partial<TranscribeDictationNeeds> = {}) {
  return createTranscribeDictation({
    dictations,
    shares: createShareStore(testDatabase.database),
    places: async () => 1,
    blobs,
    languages: ['en', 'fr'],
    passwords: { of: async () => [] },
    authorTerms: { of: async () => [] },
    decoder: createAudioDecoder({ searchPath: '', maxDurationMs: 60_000 }),
    engines: () => [createScriptedEngine({ words: scriptedWords })],
    templates: loadStarterTemplates(),
    macros: createMacroStore(testDatabase.database),
    words: createSiteLexicon({
      commands: { offFor: async () => [] },
      mishearings: createMishearingStore(testDatabase.database),
      store: createLexiconStore(testDatabase.database),
      starter: loadStarterLexicon,
      spelling: loadSpelling,
      policy: keepAsDictated,
    }),
    now: () => new Date(),
    newId: randomUUID,
    workerId: `worker-${randomUUID()}`,
    leaseMs: 30_000,
    tempDir: join(directory, 'jobs'),
    maxAttempts: 5,
    log: pino({ level: 'silent' }),
    ...overrides,
  })
}

const payload = ({ id }: Dictation) => ({ dictationId: id })
const stateOf = async ({ id }: Dictation) => (await dictations.find(id))?.state

async function draftOf(dictation: Dictation) {
  const state = await stateOf(dictation)
  const reportId = state?.status === 'drafted' ? state.reportId : ''
  return (await createReportStore(testDatabase.database).version(reportId, 1))?.text
}

async function countRows(
  table: 'recognitions' | 'reports' | 'recognised_pieces',
  { id }: Dictation,
): Promise<number> {
  const rows = await testDatabase.database.db
    .selectFrom(table)
    .select('dictation_id')
    .where('dictation_id', '=', id)
    .execute()
  return rows.length
}

/** As if the worker that has it had not been heard from, and another one had come. */
async function takeOver({ id }: Dictation): Promise<void> {
  await testDatabase.database.db
    .updateTable('dictations')
    .set({ lease_until: new Date(0) })
    .where('id', '=', id)
    .execute()
  await dictations.lease(id, { id: 'another', ttlMs: 60_000 })
}

/** The scripted engine, with something happening just before it answers. */
function anEngineThat(acts: () => Promise<void>): SpeechEngine {
  const engine = createScriptedEngine({ words: scriptedWords })
  return {
    identity: engine.identity,
    capabilities: engine.capabilities,
    async *transcribe(pieces, options) {
      await acts()
      yield* engine.transcribe(pieces, options)
    },
  }
}

const anEngineThatHears = (spoken: string) => createScriptedEngine({ words: wordsSaid(spoken) })

test('what the writer doubts and proposes is kept with the draft, at its words', async () => {
  const spoken = 'findings colon give metprolole fifty sixty two milligrams period'
  const dictation = await aReceivedDictation()
  const job = aJob({ engines: () => [anEngineThatHears(spoken)] })
  await job({ payload: payload(dictation), attempt: 1 })
  const state = await stateOf(dictation)
  const reportId = state?.status === 'drafted' ? state.reportId : ''
  const found = await createFindingStore(testDatabase.database).ofWriter(reportId)
  const said = spoken.split(' ')
  expect(
    found.map(({ words, kind, severity, proposed }) => [
      said.slice(words.from, words.to).join(' '),
      kind,
      severity,
      proposed,
    ]),
  ).toEqual([
    ['metprolole', 'misheard-term', 'high', 'metoprolol'],
    ['fifty sixty two', 'ambiguous-number', 'high', undefined],
  ])
})

test('a macro that is asked for by name stands in the draft', async () => {
  const macro = { id: 'm', version: 2, name: 'Normal chest', spoken: [], body: 'Clear lungs.' }
  const job = aJob({
    engines: () => [anEngineThatHears('findings colon insert normal chest period')],
    macros: {
      of: async (id) =>
        id === authorId
          ? [{ ...macro, locale: 'en-CA', authorId, changedAt: new Date() } as const]
          : [],
    },
  })
  const dictation = await aReceivedDictation()
  await job({ payload: payload(dictation), attempt: 1 })
  const findings = (await draftOf(dictation))?.sections.find(({ id }) => id === 'findings')
  expect(findings?.text).toMatchObject([
    { text: 'Clear lungs.', source: { template: 'macro:m', version: 2, over: { from: 2, to: 6 } } },
  ])
})

describe('a long dictation', () => {
  /** Hears a word in each piece, and dies before the one that is named. */
  function anEngineThatDies(beforePiece: number | null, heard: number[]): SpeechEngine {
    const engine = createScriptedEngine({
      words: (durationMs) => [{ text: 'clear', startMs: 0, endMs: durationMs }],
      longestPieceMs: 1000,
    })
    return {
      ...engine,
      async *transcribe(pieces, options) {
        let number = 0
        for await (const piece of engine.transcribe(pieces, options)) {
          if (number === beforePiece) {
            throw new Failure('engine-crashed', 'as told', { retryable: true })
          }
          heard.push(pieces[number]?.durationMs ?? 0)
          number += 1
          yield piece
        }
      },
    }
  }

  test('goes on after a death where it was, and gives the same words as without one', async () => {
    const bytes = aWav(1000, 5)
    const dictation = await aReceivedDictation({ bytes })
    const first: number[] = []
    const dying = aJob({ engines: () => [anEngineThatDies(3, first)] })
    await expect(dying({ payload: payload(dictation), attempt: 1 })).rejects.toThrow('as told')
    expect(first).toHaveLength(3)
    expect(await countRows('recognised_pieces', dictation)).toBe(3)

    const second: number[] = []
    const going = aJob({ engines: () => [anEngineThatDies(null, second)] })
    expect(await going({ payload: payload(dictation), attempt: 2 })).toBe('done')
    const undisturbed: number[] = []
    const other = await aReceivedDictation({ bytes: aWav(1003, 5) })
    const whole = aJob({ engines: () => [anEngineThatDies(null, undisturbed)] })
    await whole({ payload: payload(other), attempt: 1 })
    expect([...first, ...second]).toEqual(undisturbed)

    const [recognition] = await dictations.recognitions(dictation.id)
    expect(recognition?.words.map(({ text }) => text)).toEqual(
      Array(first.length + second.length).fill('clear'),
    )
    expect(recognition?.words.map(({ startMs }) => startMs)).toEqual(
      recognition?.words.map(({ startMs }) => startMs).toSorted((a, b) => a - b),
    )
    expect(recognition?.words.at(-1)?.endMs).toBe(5000)
    expect(await countRows('recognised_pieces', dictation)).toBe(0)
  })

  test('is heard anew by another engine: its pieces are its own', async () => {
    const dictation = await aReceivedDictation({ bytes: aWav(1001, 3) })
    const dying = aJob({ engines: () => [anEngineThatDies(2, [])] })
    await expect(dying({ payload: payload(dictation), attempt: 1 })).rejects.toThrow('as told')
    const heard: number[] = []
    const other = anEngineThatDies(null, heard)
    const renamed = { ...other, identity: { ...other.identity, model: 'another' } }
    const going = aJob({ engines: () => [renamed] })
    expect(await going({ payload: payload(dictation), attempt: 2 })).toBe('done')
    expect(heard.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(3000)
  })

  test('shows how much has been heard', async () => {
    const dictation = await aReceivedDictation({ bytes: aWav(1002, 3) })
    const seen: (number | null | undefined)[] = []
    const engine = anEngineThatDies(null, [])
    const watched: SpeechEngine = {
      ...engine,
      async *transcribe(pieces, options) {
        for await (const piece of engine.transcribe(pieces, options)) {
          seen.push((await dictations.findEntry(dictation.id))?.recognisedMs)
          yield piece
        }
      },
    }
    await aJob({ engines: () => [watched] })({ payload: payload(dictation), attempt: 1 })
    expect(seen[0]).toBeNull()
    expect(seen.slice(1)).toEqual(seen.slice(1).toSorted((a, b) => (a ?? 0) - (b ?? 0)))
    expect(seen.at(-1)).toBeGreaterThan(1500)
    expect((await dictations.findEntry(dictation.id))?.recognisedMs).toBeNull()
  })
})

describe('a dictation that goes well', () => {
  test('ends as a draft in which the dictated words stand in their sections', async () => {
    const dictation = await aReceivedDictation()
    expect(await aJob()({ payload: payload(dictation), attempt: 1 })).toBe('done')

    const state = await stateOf(dictation)
    expect(state).toMatchObject({ status: 'drafted' })
    const reportId = state?.status === 'drafted' ? state.reportId : ''
    const version = await createReportStore(testDatabase.database).version(reportId, 1)
    expect(version).toMatchObject({ kind: 'machine', savedBy: null })
    const written = (version?.text.sections ?? []).map((section) =>
      section.text.map(({ text }) => text).join(''),
    )
    expect(written.join('|')).toContain('lungs are clear')
    expect(JSON.stringify(version?.text.fields)).toContain(patientName)
  })

  test('can be played: the decoded audio is in the blob store', async () => {
    const dictation = await aReceivedDictation()
    await aJob()({ payload: payload(dictation), attempt: 1 })
    const recording = await dictations.findRecording(dictation.id)
    expect(recording?.facts?.durationMs).toBe(1000)
    expect(await blobs.stat(recording?.playbackSha256 ?? '')).toEqual({ byteLength: 44 + 32_000 })
  })

  test('is done once, however often its job runs', async () => {
    const dictation = await aReceivedDictation()
    const job = aJob()
    expect(await job({ payload: payload(dictation), attempt: 1 })).toBe('done')
    const before = await dictations.findEntry(dictation.id)
    expect(await job({ payload: payload(dictation), attempt: 1 })).toBe('skipped')
    expect(await dictations.findEntry(dictation.id)).toEqual(before)
    expect(await countRows('reports', dictation)).toBe(1)
    expect(await countRows('recognitions', dictation)).toBe(1)
  })

  test('is done by one of two workers that start together', async () => {
    const dictation = await aReceivedDictation()
    const results = await Promise.all(
      [aJob(), aJob()].map((job) => job({ payload: payload(dictation), attempt: 1 })),
    )
    expect(results.sort()).toEqual(['done', 'skipped'])
    expect(await countRows('reports', dictation)).toBe(1)
  })

  test('that nobody received is skipped', async () => {
    expect(await aJob()({ payload: { dictationId: randomUUID() }, attempt: 1 })).toBe('skipped')
  })
})

describe('a dictation whose language is to be found', () => {
  type Detects = NonNullable<SpeechEngine['detectLanguage']>
  type Told = { language: SpeechLanguage; prompt: string | undefined }

  function anEngineThatFinds(language: SpeechLanguage | null, told: Told[] = []) {
    const engine = createScriptedEngine({ words: scriptedWords })
    const asked: Parameters<Detects>[1]['among'][] = []
    const detecting: SpeechEngine = {
      ...engine,
      detectLanguage: async (_pieces, { among }) => {
        asked.push(among)
        return language && { language, probability: 0.9 }
      },
      async *transcribe(pieces, options) {
        told.push({ language: options.language, prompt: options.prompt })
        yield* engine.transcribe(pieces, options)
      },
    }
    return { detecting, asked, told }
  }

  const knownOf = async ({ id }: Dictation) => {
    const { locale, givenLocale, languageOrigin } = (await dictations.find(id)) ?? {}
    return { locale, givenLocale, languageOrigin }
  }

  test('is heard and written in the one that was found, in the region of the site', async () => {
    const dictation = await aReceivedDictation({ findLanguage: true })
    const { detecting, asked, told } = anEngineThatFinds('fr')
    await aJob({ engines: () => [detecting] })({ payload: payload(dictation), attempt: 1 })
    expect(asked).toEqual([['en', 'fr']])
    expect(told.map(({ language }) => language)).toEqual(['fr'])
    expect(await knownOf(dictation)).toEqual({
      locale: 'fr-CA',
      givenLocale: 'en-CA',
      languageOrigin: 'found',
    })
    expect((await draftOf(dictation))?.template).toMatchObject({
      id: 'chest-xray',
      locale: 'fr-CA',
    })
  })

  test('is looked for among the languages of the site only', async () => {
    const dictation = await aReceivedDictation({ findLanguage: true })
    const { detecting, asked } = anEngineThatFinds('en')
    const needs = { engines: () => [detecting], languages: ['en'] as const }
    await aJob(needs)({ payload: payload(dictation), attempt: 1 })
    expect(asked).toEqual([['en']])
  })

  test.each([
    ['where it is not clear', () => anEngineThatFinds(null).detecting],
    ['where no engine can tell', () => createScriptedEngine({ words: scriptedWords })],
  ])('%s, is taken for what the upload named and marked as unsure', async (_when, engine) => {
    const dictation = await aReceivedDictation({ findLanguage: true, locale: 'fr-CA' })
    await aJob({ engines: () => [engine()] })({ payload: payload(dictation), attempt: 1 })
    expect(await knownOf(dictation)).toMatchObject({ locale: 'fr-CA', languageOrigin: 'unsure' })
    expect((await draftOf(dictation))?.template.locale).toBe('fr-CA')
  })

  test('waits undecided while there is no engine, and is found once there is one', async () => {
    const dictation = await aReceivedDictation({ findLanguage: true })
    await aJob({ engines: () => [] })({ payload: payload(dictation), attempt: 1 })
    expect(await stateOf(dictation)).toEqual({ status: 'queued', waitingFor: 'speech-engine' })
    expect(await knownOf(dictation)).toMatchObject({ languageOrigin: 'to-find' })
    const { detecting } = anEngineThatFinds('fr')
    await aJob({ engines: () => [detecting] })({ payload: payload(dictation), attempt: 1 })
    expect(await knownOf(dictation)).toMatchObject({ locale: 'fr-CA', languageOrigin: 'found' })
  })

  test('keeps what was found when its hearing dies: it is not looked for again', async () => {
    const dictation = await aReceivedDictation({ findLanguage: true })
    const { detecting } = anEngineThatFinds('fr')
    const dying: SpeechEngine = {
      ...detecting,
      // biome-ignore lint/correctness/useYield: it dies before the first piece.
      async *transcribe() {
        throw new Failure('engine-crashed', 'as told', { retryable: true })
      },
    }
    const first = aJob({ engines: () => [dying] })
    await expect(first({ payload: payload(dictation), attempt: 1 })).rejects.toThrow('as told')
    const again = anEngineThatFinds('en')
    await aJob({ engines: () => [again.detecting] })({ payload: payload(dictation), attempt: 2 })
    expect(again.asked).toEqual([])
    expect(again.told.map(({ language }) => language)).toEqual(['fr'])
    expect(await knownOf(dictation)).toMatchObject({ locale: 'fr-CA', languageOrigin: 'found' })
  })

  test('waits for an engine of the language that was found, and is not heard in another', async () => {
    const dictation = await aReceivedDictation({ findLanguage: true })
    const { detecting, told } = anEngineThatFinds('fr')
    let asked = 0
    // French is gone once it was found.
    const english = createScriptedEngine({ words: scriptedWords, languages: ['en'] })
    const engines = () => (asked++ === 0 ? [detecting] : [english])
    await aJob({ engines })({ payload: payload(dictation), attempt: 1 })
    expect(told).toEqual([])
    expect(await stateOf(dictation)).toEqual({ status: 'queued', waitingFor: 'speech-engine' })
    expect(await knownOf(dictation)).toMatchObject({ locale: 'fr-CA', languageOrigin: 'found' })
  })

  test('has the template of the upload where it does not exist in the language that was found', async () => {
    const dictation = await aReceivedDictation({ findLanguage: true })
    const { detecting, told } = anEngineThatFinds('fr')
    const templates = loadStarterTemplates().filter(({ locale }) => locale === 'en-CA')
    const needs = { engines: () => [detecting], templates }
    await aJob(needs)({ payload: payload(dictation), attempt: 1 })
    expect(told.map(({ language }) => language)).toEqual(['fr'])
    expect(await knownOf(dictation)).toMatchObject({ locale: 'fr-CA' })
    expect((await draftOf(dictation))?.template.locale).toBe('en-CA')
  })

  test('is not stored by a worker that lost the lease', async () => {
    const dictation = await aReceivedDictation({ findLanguage: true })
    const { detecting } = anEngineThatFinds('fr')
    const late: SpeechEngine = {
      ...detecting,
      detectLanguage: async (...asked) => {
        await takeOver(dictation)
        return detecting.detectLanguage?.(...asked) ?? null
      },
    }
    await aJob({ engines: () => [late] })({ payload: payload(dictation), attempt: 1 }).catch(
      () => {},
    )
    expect(await knownOf(dictation)).toMatchObject({ locale: 'en-CA', languageOrigin: 'to-find' })
  })
})

describe('a dictation that must wait', () => {
  test('for an engine: it can be played meanwhile, and is transcribed once there is one', async () => {
    const dictation = await aReceivedDictation()
    const withoutEngine = aJob({ engines: () => [] })
    expect(await withoutEngine({ payload: payload(dictation), attempt: 1 })).toBe('done')
    expect(await stateOf(dictation)).toEqual({ status: 'queued', waitingFor: 'speech-engine' })
    expect((await dictations.findRecording(dictation.id))?.playbackSha256).not.toBeNull()

    expect(await aJob()({ payload: payload(dictation), attempt: 1 })).toBe('done')
    expect(await stateOf(dictation)).toMatchObject({ status: 'drafted' })
  })

  test('for an engine of its language', async () => {
    const dictation = await aReceivedDictation({ locale: 'fr-CA' })
    const english = createScriptedEngine({ words: scriptedWords, languages: ['en'] })
    await aJob({ engines: () => [english] })({ payload: payload(dictation), attempt: 1 })
    expect(await stateOf(dictation)).toEqual({ status: 'queued', waitingFor: 'speech-engine' })
  })
})

describe('a recording that cannot be read', () => {
  test.each([
    ['not-audio', Buffer.from('Dear Sir or Madam, this is a letter and not a recording at all.')],
    ['needs-decoder', aLongPlayDss()],
  ])('goes to the room %s', async (status, bytes) => {
    const dictation = await aReceivedDictation({ bytes })
    expect(await aJob()({ payload: payload(dictation), attempt: 1 })).toBe('done')
    expect(await stateOf(dictation)).toEqual({ status })
  })
})

test('a recording without a sound is set aside, and can be listened to', async () => {
  const silence = new Uint8Array(aWav(1)).fill(0, 44)
  const dictation = await aReceivedDictation({ bytes: silence })
  expect(await aJob()({ payload: payload(dictation), attempt: 1 })).toBe('done')
  expect(await stateOf(dictation)).toEqual({ status: 'silent' })
  expect((await dictations.findRecording(dictation.id))?.playbackSha256).toMatch(/^[0-9a-f]{64}$/)
})

test('an encrypted recording waits for its password, and is read with the author’s', async () => {
  const dictation = await aReceivedDictation({ bytes: aLockedDs2(1, '1234') })
  expect(await aJob()({ payload: payload(dictation), attempt: 1 })).toBe('done')
  expect(await stateOf(dictation)).toEqual({ status: 'needs-password' })

  const event = { kind: 'dictation-retried', dictationId: dictation.id, actor: authorId } as const
  await dictations.retry(dictation.id, { ...event, at: new Date() })
  const passwords = { of: async (id: string) => (id === authorId ? ['0000', '1234'] : []) }
  expect(await aJob({ passwords })({ payload: payload(dictation), attempt: 1 })).toBe('done')
  expect(await stateOf(dictation)).toMatchObject({ status: 'drafted' })
})

describe('a recording that was appended', () => {
  async function append(dictation: Dictation, seed: number) {
    const add = createAppendRecording({ blobs, dictations, now: () => new Date() })
    const user: User = { id: authorId, login: 'doctor', displayName: 'Doctor', role: 'doctor' }
    const audio = Readable.from([aWav(seed)])
    return add(dictation.id, user, { audio, fileName: 'more.wav', maxBytes: 10_000_000 })
  }

  test('makes the next version of an untouched draft, over both recordings', async () => {
    const dictation = await aReceivedDictation()
    await aJob()({ payload: payload(dictation), attempt: 1 })
    const before = await dictations.findEntry(dictation.id)
    expect(await append(dictation, 900)).toEqual({ isNew: true })
    expect(await append(dictation, 900)).toEqual({ isNew: false })
    expect(await stateOf(dictation)).toEqual({ status: 'queued', waitingFor: null })

    expect(await aJob()({ payload: payload(dictation), attempt: 1 })).toBe('done')
    const after = await dictations.findEntry(dictation.id)
    expect(after?.report).toMatchObject({ id: before?.report?.id, version: 2, status: 'draft' })
    // Two of a second each, and half a second between.
    expect(after?.durationMs).toBe(2500)
    expect(await dictations.recognitions(dictation.id)).toHaveLength(2)
  })

  test('takes the work from a worker that does not know of it', async () => {
    const dictation = await aReceivedDictation()
    const engine = anEngineThat(async () => {
      await append(dictation, 901)
    })
    const job = aJob({ engines: () => [engine] })
    expect(await job({ payload: payload(dictation), attempt: 1 })).toBe('skipped')
    expect(await stateOf(dictation)).toEqual({ status: 'queued', waitingFor: null })
  })
})

describe('an attempt that fails', () => {
  test.each(['engine-crashed', 'engine-timeout', 'engine-output-unreadable'] as const)(
    'with %s goes back in the queue, and at the last attempt fails as such',
    async (code) => {
      const dictation = await aReceivedDictation()
      const engine = anEngineThat(() =>
        Promise.reject(new Failure(code, 'for the test', { retryable: true })),
      )
      const job = aJob({ engines: () => [engine] })
      await expect(job({ payload: payload(dictation), attempt: 1 })).rejects.toMatchObject({ code })
      expect(await stateOf(dictation)).toEqual({ status: 'queued', waitingFor: null })
      expect(await job({ payload: payload(dictation), attempt: 5 })).toBe('done')
      expect(await stateOf(dictation)).toEqual({ status: 'failed', reason: code })
    },
  )

  test('for good is not tried again', async () => {
    const dictation = await aReceivedDictation()
    await blobs.delete(dictation.sha256)
    expect(await aJob()({ payload: payload(dictation), attempt: 1 })).toBe('done')
    expect(await stateOf(dictation)).toEqual({ status: 'failed', reason: 'blob-missing' })
  })

  test('because the disk is full leaves the dictation in the queue, however often', async () => {
    const dictation = await aReceivedDictation()
    const full = () =>
      Promise.reject(new Failure('blob-store-full', 'for the test', { retryable: true }))
    const fullBlobs = { ...blobs, put: full }
    const job = aJob({ blobs: fullBlobs })
    expect(await job({ payload: payload(dictation), attempt: 5 })).toBe('done')
    expect(await stateOf(dictation)).toEqual({ status: 'queued', waitingFor: null })
  })

  test('in a way nobody foresaw fails in the end, and its words reach neither queue nor log', async () => {
    const dictation = await aReceivedDictation()
    const { log, text } = aLog()
    const engine = anEngineThat(() => Promise.reject(new SyntaxError(`near "${patientName}"`)))
    const job = aJob({ engines: () => [engine], log })
    await expect(job({ payload: payload(dictation), attempt: 1 })).rejects.not.toThrow(patientName)
    await job({ payload: payload(dictation), attempt: 5 })
    expect(await stateOf(dictation)).toEqual({ status: 'failed', reason: 'unexpected-failure' })
    expect(text()).toContain('SyntaxError')
    expect(text()).not.toContain(patientName)
  })

  test('after recognising is not recognised again', async () => {
    const dictation = await aReceivedDictation()
    let heard = 0
    const engine = anEngineThat(async () => {
      heard += 1
    })
    const failing = {
      ...dictations,
      saveDraft: () => Promise.reject(new Error('for the test')),
    }
    const first = aJob({ engines: () => [engine], dictations: failing })
    await expect(first({ payload: payload(dictation), attempt: 1 })).rejects.toThrow()
    const second = aJob({ engines: () => [engine] })
    expect(await second({ payload: payload(dictation), attempt: 2 })).toBe('done')
    expect(heard).toBe(1)
    expect(await countRows('recognitions', dictation)).toBe(1)
  })
})

describe('a worker that is told to stop', () => {
  test('ends the engine at once and gives the dictation back, also at the last attempt', async () => {
    const dictation = await aReceivedDictation()
    const stopping = new AbortController()
    const engine = createScriptedEngine({ words: scriptedWords, delayMs: 600_000 })
    const job = aJob({ engines: () => [engine] })
    const running = job({ payload: payload(dictation), attempt: 5, signal: stopping.signal })
    const ended = expect(running).rejects.toThrow()
    await expect.poll(() => stateOf(dictation)).toMatchObject({ step: 'recognise' })
    stopping.abort(new Error('stopping'))
    await ended
    expect(await stateOf(dictation)).toEqual({ status: 'queued', waitingFor: null })
  })
})

describe('a worker that lost its lease', () => {
  test('stops the engine and saves nothing', async () => {
    const dictation = await aReceivedDictation()
    const engine = createScriptedEngine({ words: scriptedWords, delayMs: 600_000 })
    const job = aJob({ engines: () => [engine], leaseMs: 300 })
    const running = job({ payload: payload(dictation), attempt: 1 })
    await expect.poll(() => stateOf(dictation)).toMatchObject({ step: 'recognise' })
    await takeOver(dictation)
    expect(await running).toBe('skipped')
    expect(await stateOf(dictation)).toMatchObject({ status: 'transcribing' })
    expect(await countRows('recognitions', dictation)).toBe(0)
  })

  test('while the engine worked saves neither words nor draft, though it did not notice', async () => {
    const dictation = await aReceivedDictation()
    const engine = anEngineThat(() => takeOver(dictation))
    expect(
      await aJob({ engines: () => [engine] })({ payload: payload(dictation), attempt: 1 }),
    ).toBe('skipped')
    expect(await countRows('recognitions', dictation)).toBe(0)
    expect(await countRows('reports', dictation)).toBe(0)
  })

  test('just before the draft leaves the other worker’s report alone', async () => {
    const dictation = await aReceivedDictation()
    const tooLate = {
      ...dictations,
      saveDraft: async (...request: Parameters<DictationStore['saveDraft']>) => {
        await takeOver(dictation)
        return dictations.saveDraft(...request)
      },
    }
    expect(await aJob({ dictations: tooLate })({ payload: payload(dictation), attempt: 1 })).toBe(
      'skipped',
    )
    expect(await countRows('reports', dictation)).toBe(0)
  })

  test('keeps it while the database is away for less than its length', async () => {
    const dictation = await aReceivedDictation()
    let refusals = 2
    const shaky = {
      ...dictations,
      renewLease: (...request: Parameters<DictationStore['renewLease']>) => {
        if (request[2].step === 'recognise' && refusals > 0 && heard) {
          refusals -= 1
          return Promise.reject(new Error('the database is away'))
        }
        return dictations.renewLease(...request)
      },
    }
    let heard = false
    const engine = anEngineThat(async () => {
      heard = true
      await expect.poll(() => refusals).toBe(0)
    })
    const job = aJob({ engines: () => [engine], dictations: shaky, leaseMs: 900 })
    expect(await job({ payload: payload(dictation), attempt: 1 })).toBe('done')
  })
})

describe('what an engine is told to expect', () => {
  async function toldTo(
    vocabulary: NonNullable<SpeechEngine['capabilities']['vocabulary']>,
  ): Promise<TranscribeOptions> {
    const engine = createScriptedEngine({ words: scriptedWords })
    let told: TranscribeOptions = { language: 'en' }
    const listening: SpeechEngine = {
      ...engine,
      capabilities: { ...engine.capabilities, vocabulary },
      transcribe(pieces, options) {
        told = options
        return engine.transcribe(pieces, options)
      },
    }
    const authorTerms = { of: async (id: string) => (id === authorId ? ['Xarelto'] : []) }
    const dictation = await aReceivedDictation()
    await aJob({ engines: () => [listening], authorTerms })({
      payload: payload(dictation),
      attempt: 1,
    })
    return told
  }

  test('is the template and the author’s own terms, and no patient where others could read it', async () => {
    const { prompt } = await toldTo({ promptTokens: 223, terms: 100, isPrivate: false })
    expect(prompt).toMatch(/^Chest .*\. Xarelto, .*Findings/)
    expect(prompt).not.toContain(patientName)
  })

  test('is the patient’s name too where it stays with the engine', async () => {
    const { terms } = await toldTo({ promptTokens: 0, terms: 2, isPrivate: true })
    expect(terms).toEqual(['Xarelto', patientName])
  })
})

test('logs ids, counts and milliseconds, and no word of the patient', async () => {
  const dictation = await aReceivedDictation()
  const { log, text } = aLog()
  await aJob({ log })({ payload: payload(dictation), attempt: 1 })
  expect(text()).toContain(dictation.id)
  for (const word of [patientName, 'lungs', 'dictation.wav', 'Robin Roe']) {
    expect(text()).not.toContain(word)
  }
})

function aLog() {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  return { log, text: () => lines.join('') }
}
