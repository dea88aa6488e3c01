import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { WhisperPlace } from '@plume/speech'
import { refuseFile } from './refused.ts'

export const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** The few options that commands need which do their work without a server. Names: as the API's. */
export type CliConfig = {
  /** Null: the embedded Postgres in `dataDir`. */
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly ffmpegPath: string | null
  /** Folders to look for programs in: the environment's PATH. */
  readonly searchPath: string
  readonly maxAudioMs: number
  readonly maxUploadBytes: number
  /** Recordings, encrypted, and the keys they are encrypted with. */
  readonly blobDir: string
  readonly keyringFile: string
  /** Report templates of this site. */
  readonly templatesDir: string
  readonly whisper: Omit<WhisperPlace, 'threads'>
  /** Threads of a recognition; null: as many as the machine, or its container, has cores. */
  readonly engineThreads: number | null
  /** Where `plume engines adapt pocketsphinx` puts its model. */
  readonly pocketsphinxDir: string
}

export function loadConfig(env: NodeJS.ProcessEnv): CliConfig {
  const asRoot = process.getuid?.() === 0
  const dataDir = resolve(
    env.PLUME_DATA_DIR || (asRoot ? '/var/lib/plume' : join(repository, '.plume')),
  )
  return Object.freeze({
    databaseUrl: env.DATABASE_URL || fromFile(env.DATABASE_URL_FILE),
    dataDir,
    blobDir: resolve(env.BLOB_DIR || join(dataDir, 'blobs')),
    keyringFile: resolve(env.KEYRING_FILE || join(dataDir, 'keyring.json')),
    templatesDir: resolve(env.PLUME_TEMPLATES_DIR || join(dataDir, 'templates')),
    ffmpegPath: env.FFMPEG_PATH || null,
    searchPath: env.PATH ?? '',
    maxAudioMs: positive(env.PLUME_MAX_AUDIO_MINUTES, 240) * 60_000,
    whisper: {
      ...(env.WHISPER_CLI ? { configured: env.WHISPER_CLI } : {}),
      builtIn: join(dataDir, 'engines', 'whisper.cpp'),
      addOnsDir: join(dataDir, 'engines'),
      searchPath: env.PATH ?? '',
      modelsDir: resolve(env.PLUME_MODELS_DIR || join(dataDir, 'models')),
      favourTerms: env.PLUME_FAVOUR_TERMS === 'yes',
    },
    engineThreads: positive(env.PLUME_ENGINE_THREADS, 0) || null,
    pocketsphinxDir: join(dataDir, 'engines', 'pocketsphinx'),
    maxUploadBytes: positive(env.PLUME_MAX_UPLOAD_MB, 512) * 1024 * 1024,
  })
}

function positive(given: string | undefined, otherwise: number): number {
  const number = Number(given)
  return Number.isFinite(number) && number > 0 ? number : otherwise
}

function fromFile(path: string | undefined): string | null {
  if (!path) return null
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw refuseFile(path, error)
  }
}
