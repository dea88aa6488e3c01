import { join, resolve } from 'node:path'
import type { SpeechLanguage } from '@plume/records'
import type { WhisperPlace } from '@plume/speech'
import {
  describeOptions,
  type OptionDescription,
  readOptions,
  type StoragePlace,
  settlePlace,
  storageOptions,
} from '@plume/storage'
import type { AbbreviationStyle, LexiconPolicy } from '@plume/terminology'
import { z } from 'zod'

const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max)

const abbreviationStyles = ['keep', 'expand', 'abbreviate'] as const

/** `PRN=expand,MRI=keep` as a record. */
function readExceptions(
  text: string,
  context: z.RefinementCtx,
): Readonly<Record<string, AbbreviationStyle>> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '')
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const [form = '', wanted = ''] = pair.split('=').map((side) => side.trim())
      const style = abbreviationStyles.find((each) => each === wanted)
      if (form !== '' && style) return [[form, style]]
      context.addIssue({ code: 'custom', message: 'is a list such as PRN=expand,MRI=keep' })
      return []
    }),
  )
}

const siteLanguages = {
  en: ['en'],
  fr: ['fr'],
  'en,fr': ['en', 'fr'],
} as const satisfies Readonly<Record<string, readonly SpeechLanguage[]>>

const options = z.object({
  ...storageOptions,
  REDIS_URL: z.string().optional().describe('Redis for the work queue. Without it, Postgres.'),
  PLUME_TEMP_DIR: z
    .string()
    .optional()
    .describe('Decoded audio of running jobs; never shared. Default PLUME_DATA_DIR/jobs.'),
  FFMPEG_PATH: z
    .string()
    .optional()
    .describe('ffmpeg program to decode with. Without it, ffmpeg on the PATH, if there is one.'),
  WHISPER_CLI: z
    .string()
    .optional()
    .describe('The whisper-cli to use. Without it, one that was built here, or one on the PATH.'),
  PLUME_MODELS_DIR: z
    .string()
    .optional()
    .describe('Speech models that plume models installed. Default PLUME_DATA_DIR/models.'),
  PLUME_ENGINE_THREADS: wholeNumber(1, 256)
    .optional()
    .describe('Threads of each recognition. Default: the cores, shared by the concurrent ones.'),
  PLUME_LANGUAGES: z
    .enum(['en', 'fr', 'en,fr'])
    .default('en,fr')
    .describe('Languages spoken here, among which that of a dictation is found, if it is to be.'),
  PLUME_FAVOUR_TERMS: z
    .enum(['yes', 'no'])
    .default('no')
    .describe("Whether Parakeet favours an author's terms. It can then lose or invent words."),
  PLUME_ABBREVIATIONS: z
    .enum(abbreviationStyles)
    .default('keep')
    .describe('Whether abbreviations with one meaning are kept as dictated, expanded, or used.'),
  PLUME_ABBREVIATION_EXCEPTIONS: z
    .string()
    .default('')
    .transform(readExceptions)
    .describe('Abbreviations that are treated otherwise, for example PRN=expand,MRI=keep.'),
  PLUME_SPELLING: z
    .enum(['keep', 'prefer'])
    .default('keep')
    .describe(
      'Whether a spelling of another country (tumor, haemoglobin) gives way to the local one.',
    ),
  PLUME_WORKER_CONCURRENCY: wholeNumber(1, 64)
    .optional()
    .describe(
      'Recognitions at the same time. Default: what cores and memory of the machine allow.',
    ),
  PLUME_MAX_AUDIO_MINUTES: wholeNumber(1, 24 * 60)
    .default(240)
    .describe('Longest recording that is decoded; a longer one is set aside whole.'),
  PLUME_LEASE_SECONDS: wholeNumber(3, 3600)
    .default(60)
    .describe('How long a dictation stays with a worker that is not heard from.'),
  PLUME_RECONCILE_SECONDS: wholeNumber(1, 3600)
    .default(30)
    .describe('How often dictations that nobody works on are looked for and put back.'),
  PLUME_STOP_SECONDS: wholeNumber(0, 3600)
    .default(10)
    .describe('How long a stopping worker lets running jobs finish before it gives them back.'),
  PLUME_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('Least serious event that is logged.'),
})

/** May hold a password: `<NAME>_FILE` names a file that holds the value. */
const secrets = ['DATABASE_URL', 'REDIS_URL']
/** Options of the API and of the start script, which may stand in the same environment. */
const ofOthers =
  /^PLUME_(HOST|PORT|PUBLIC_ORIGIN|SECURE_COOKIES|TRUST_PROXY|MAX_UPLOAD_MB|SESSION_\w+|NO_SYSTEM_PACKAGES|SHARED)$/

export type WorkerConfig = StoragePlace & {
  readonly redisUrl: string | null
  readonly tempDir: string
  readonly ffmpegPath: string | null
  /** Folders to look for programs in: the environment's PATH. */
  readonly searchPath: string
  readonly whisper: Omit<WhisperPlace, 'threads'>
  /** Where `plume engines adapt pocketsphinx` puts its model. */
  readonly pocketsphinxDir: string
  /** Null: as many as the machine allows. */
  readonly concurrency: number | null
  readonly engineThreads: number | null
  readonly languages: readonly SpeechLanguage[]
  readonly lexiconPolicy: LexiconPolicy
  readonly maxAudioMs: number
  readonly leaseMs: number
  readonly reconcileMs: number
  readonly stopMs: number
  readonly logLevel: z.infer<typeof options>['PLUME_LOG_LEVEL']
}

/** Parses the environment once. Throws `invalid-configuration` with a readable list. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): WorkerConfig {
  const values = readOptions(options, env, { secrets, ofOthers })
  const place = settlePlace(values)
  return Object.freeze({
    ...place,
    redisUrl: values.REDIS_URL ?? null,
    tempDir: resolve(values.PLUME_TEMP_DIR ?? join(place.dataDir, 'jobs')),
    ffmpegPath: values.FFMPEG_PATH ?? null,
    searchPath: env.PATH ?? '',
    whisper: {
      ...(values.WHISPER_CLI ? { configured: values.WHISPER_CLI } : {}),
      builtIn: join(place.dataDir, 'engines', 'whisper.cpp'),
      addOnsDir: join(place.dataDir, 'engines'),
      searchPath: env.PATH ?? '',
      modelsDir: resolve(values.PLUME_MODELS_DIR ?? join(place.dataDir, 'models')),
      favourTerms: values.PLUME_FAVOUR_TERMS === 'yes',
    },
    pocketsphinxDir: join(place.dataDir, 'engines', 'pocketsphinx'),
    concurrency: values.PLUME_WORKER_CONCURRENCY ?? null,
    engineThreads: values.PLUME_ENGINE_THREADS ?? null,
    languages: siteLanguages[values.PLUME_LANGUAGES],
    lexiconPolicy: {
      abbreviations: values.PLUME_ABBREVIATIONS,
      exceptions: values.PLUME_ABBREVIATION_EXCEPTIONS,
      spelling: values.PLUME_SPELLING,
    },
    maxAudioMs: values.PLUME_MAX_AUDIO_MINUTES * 60_000,
    leaseMs: values.PLUME_LEASE_SECONDS * 1000,
    reconcileMs: values.PLUME_RECONCILE_SECONDS * 1000,
    stopMs: values.PLUME_STOP_SECONDS * 1000,
    logLevel: values.PLUME_LOG_LEVEL,
  })
}

/** Every option with its sentence and default, for the documentation. */
export function describeConfig(): readonly OptionDescription[] {
  return describeOptions(options, secrets)
}
