import { join } from 'node:path'
import {
  describeOptions,
  type OptionDescription,
  readOptions,
  type StoragePlace,
  settlePlace,
  storageOptions,
} from '@plume/storage'
import { z } from 'zod'

const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max)

const options = z.object({
  ...storageOptions,
  PLUME_HOST: z.string().default('127.0.0.1').describe('Address to listen on.'),
  PLUME_PORT: wholeNumber(1, 65_535).default(8787).describe('Port to listen on.'),
  PLUME_PUBLIC_ORIGIN: z
    .url()
    .optional()
    .describe('How browsers reach Plume, for example https://plume.hospital.example.'),
  PLUME_SECURE_COOKIES: z
    .enum(['yes', 'no'])
    .optional()
    .describe('Whether cookies need HTTPS. Default: yes if PLUME_PUBLIC_ORIGIN is https, else no.'),
  PLUME_TRUST_PROXY: z
    .string()
    .regex(/^(no|[\da-f.:/]+(,[\da-f.:/]+)*)$/i)
    .default('no')
    .describe('Addresses or networks of the proxies in front, with commas between, or no.'),
  PLUME_MAX_UPLOAD_MB: wholeNumber(1, 100_000)
    .default(512)
    .describe('Largest recording that is accepted, in megabytes.'),
  PLUME_SESSION_IDLE_MINUTES: wholeNumber(1, 24 * 60)
    .default(15)
    .describe('A session unused for this long ends.'),
  PLUME_SESSION_HOURS: wholeNumber(1, 24 * 7)
    .default(12)
    .describe('A session this old ends.'),
  PLUME_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('Least serious event that is logged.'),
})

const secrets = ['DATABASE_URL']
const ofOthers =
  /^PLUME_(WORKER_CONCURRENCY|MAX_AUDIO_MINUTES|LEASE_SECONDS|RECONCILE_SECONDS|STOP_SECONDS|TEMP_DIR|MODELS_DIR|ENGINE_THREADS|LANGUAGES|FAVOUR_TERMS|ABBREVIATIONS|ABBREVIATION_EXCEPTIONS|SPELLING|NO_SYSTEM_PACKAGES|SHARED)$/

export type ApiConfig = StoragePlace & {
  readonly host: string
  readonly port: number
  readonly publicOrigin: string | null
  readonly secureCookies: boolean
  /** Whose word on the caller's address is taken. Nobody else's: it decides who may try passwords. */
  readonly trustProxy: readonly string[]
  readonly maxUploadBytes: number
  /** Where resumable uploads lie until they are complete. */
  readonly uploadsDir: string
  readonly sessions: { readonly idleMs: number; readonly absoluteMs: number }
  readonly logLevel: z.infer<typeof options>['PLUME_LOG_LEVEL']
}

/** Parses the environment once. Throws `invalid-configuration` with a readable list. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): ApiConfig {
  const values = readOptions(options, env, { secrets, ofOthers })
  const publicOrigin = values.PLUME_PUBLIC_ORIGIN
    ? new URL(values.PLUME_PUBLIC_ORIGIN).origin
    : null
  const place = settlePlace(values)
  return Object.freeze({
    ...place,
    uploadsDir: join(place.dataDir, 'uploads'),
    host: values.PLUME_HOST,
    port: values.PLUME_PORT,
    publicOrigin,
    secureCookies: values.PLUME_SECURE_COOKIES
      ? values.PLUME_SECURE_COOKIES === 'yes'
      : (publicOrigin?.startsWith('https:') ?? false),
    trustProxy: values.PLUME_TRUST_PROXY === 'no' ? [] : values.PLUME_TRUST_PROXY.split(','),
    maxUploadBytes: values.PLUME_MAX_UPLOAD_MB * 1024 * 1024,
    sessions: {
      idleMs: values.PLUME_SESSION_IDLE_MINUTES * 60_000,
      absoluteMs: values.PLUME_SESSION_HOURS * 3_600_000,
    },
    logLevel: values.PLUME_LOG_LEVEL,
  })
}

/** Every option with its sentence and default, for the documentation. */
export function describeConfig(): readonly OptionDescription[] {
  return describeOptions(options, secrets)
}
