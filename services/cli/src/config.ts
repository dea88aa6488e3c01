import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
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
}

export function loadConfig(env: NodeJS.ProcessEnv): CliConfig {
  const asRoot = process.getuid?.() === 0
  const minutes = Number(env.PLUME_MAX_AUDIO_MINUTES ?? '240')
  return Object.freeze({
    databaseUrl: env.DATABASE_URL || fromFile(env.DATABASE_URL_FILE),
    dataDir: resolve(
      env.PLUME_DATA_DIR || (asRoot ? '/var/lib/plume' : join(repository, '.plume')),
    ),
    ffmpegPath: env.FFMPEG_PATH || null,
    searchPath: env.PATH ?? '',
    maxAudioMs: (Number.isFinite(minutes) && minutes > 0 ? minutes : 240) * 60_000,
  })
}

function fromFile(path: string | undefined): string | null {
  if (!path) return null
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw refuseFile(path, error)
  }
}
