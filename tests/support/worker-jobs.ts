import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createAudioDecoder } from '@plume/audio'
import { createReceiveDictation, type Dictation, isRefusal, type Priority } from '@plume/records'
import { loadStarterTemplates } from '@plume/report-templates/starter'
import { createScriptedEngine } from '@plume/speech'
import {
  createDictationStore,
  createDiskBlobStore,
  createShareStore,
  loadKeyring,
} from '@plume/storage'
import { createLexicon, createSuggester, noSpellingWords, termsOf } from '@plume/terminology'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'
import type { Locale } from '@plume/transcript'
import { sql } from 'kysely'
import { pino } from 'pino'
import type { HearShareJob } from '../../services/worker/src/jobs/hear-share.ts'
import type { TranscribeDictationNeeds } from '../../services/worker/src/jobs/transcribe-dictation.ts'
import { aWav } from './a-wav.ts'
import { makePeople } from './people.ts'
import { createTestDatabase } from './test-database.ts'

type Changes = { readonly priority?: Priority; readonly findLanguage?: boolean }

const known = new Map<Locale, ReturnType<typeof readWords>>()

/** The starter lexicon, read once for each locale. */
function starterWords(locale: Locale) {
  const words = known.get(locale) ?? readWords(locale)
  known.set(locale, words)
  return words
}

function readWords(locale: Locale) {
  const lexicon = createLexicon([loadStarterLexicon(locale)], locale)
  return { terms: termsOf(lexicon), suggester: createSuggester(lexicon, noSpellingWords) }
}

/** What the worker's jobs need, on a database and a folder of its own; jobs are run by hand. */
export async function openWorkerJobs() {
  const directory = await mkdtemp(join(tmpdir(), 'plume-jobs-'))
  const testDatabase = await createTestDatabase()
  const people = await makePeople(testDatabase.database)
  const keyring = await loadKeyring(join(directory, 'keyring.json'))
  const blobs = createDiskBlobStore({ directory: join(directory, 'blobs'), keyring })
  const dictations = createDictationStore(testDatabase.database)
  const { db } = testDatabase.database

  async function receive(bytes: Uint8Array, changes: Changes = {}): Promise<Dictation> {
    const received = await createReceiveDictation({
      blobs,
      dictations,
      now: () => new Date(),
      newId: randomUUID,
    })({
      audio: Readable.from([bytes]),
      maxBytes: 1_000_000_000,
      fileName: 'dictation.wav',
      authorId: people.doctor.id,
      uploadedBy: people.doctor.id,
      workType: 'radiology',
      templateId: 'chest-xray',
      locale: 'en-CA',
      priority: 'routine',
      patient: null,
      order: null,
      ...changes,
    })
    if (isRefusal(received)) throw new Error(received.refused)
    return received.dictation
  }

  return {
    database: testDatabase.database,
    dictations,
    blobs,
    receive,
    receiveNoise: (seed: number, seconds: number, changes?: Changes) =>
      receive(aWav(seed, seconds), changes),

    /** A worker's own: each call is another worker. */
    needs: (overrides: Partial<TranscribeDictationNeeds> = {}): TranscribeDictationNeeds => ({
      dictations,
      shares: createShareStore(testDatabase.database),
      places: async () => 1,
      blobs,
      languages: ['en', 'fr'],
      passwords: { of: async () => [] },
      authorTerms: { of: async () => [] },
      decoder: createAudioDecoder({ searchPath: '', maxDurationMs: 4_000_000 }),
      engines: () => [createScriptedEngine({ words: [] })],
      templates: loadStarterTemplates(),
      macros: { of: async () => [] },
      words: async ({ locale }) => starterWords(locale),
      now: () => new Date(),
      newId: randomUUID,
      workerId: `worker-${randomUUID()}`,
      leaseMs: 30_000,
      tempDir: join(directory, 'jobs'),
      maxAttempts: 5,
      log: pino({ level: 'silent' }),
      ...overrides,
    }),

    /** The shares that the outbox asks for, each once, in order. */
    async queuedShares({ id }: Dictation): Promise<readonly Omit<HearShareJob, 'attempt'>[]> {
      const { rows } = await sql<{ plan: string; number: number }>`
        select distinct payload #>> '{share,plan}' as plan,
          (payload #>> '{share,number}')::int as number
        from outbox where payload ->> 'dictationId' = ${id} and payload ? 'share'
        order by number`.execute(db)
      return rows.map((share) => ({ dictationId: id, share }))
    },

    async count(
      table: 'recognised_pieces' | 'recognition_plans' | 'recognition_shares' | 'reports',
    ) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(table)}`.execute(db)
      return rows[0]?.n
    },

    async close() {
      await testDatabase.close()
      await rm(directory, { recursive: true })
    },
  }
}

export type WorkerJobs = Awaited<ReturnType<typeof openWorkerJobs>>
