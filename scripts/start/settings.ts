import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('../..', import.meta.url))

export type Settings = {
  readonly dataDir: string
  /** Null: an embedded Postgres in `dataDir`. */
  readonly databaseUrl: string | null
  readonly firstPort: number
  /** False when PLUME_NO_SYSTEM_PACKAGES=1, or where there is no apt to ask as root. */
  readonly maySystemPackages: boolean
  /** Stop once the sample's draft is there. */
  readonly once: boolean
  /** What the services see of the environment: all but what only this script knows. */
  readonly environment: NodeJS.ProcessEnv
}

export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const {
    PLUME_NO_SYSTEM_PACKAGES: noSystemPackages,
    DATABASE_URL_FILE: urlFile,
    ...environment
  } = env
  const asRoot = process.getuid?.() === 0
  const dataDir = env.PLUME_DATA_DIR || (asRoot ? '/var/lib/plume' : join(repository, '.plume'))
  return {
    dataDir: resolve(dataDir),
    databaseUrl: env.DATABASE_URL || (urlFile ? readFileSync(urlFile, 'utf8').trim() : null),
    firstPort: Number(env.PLUME_PORT) || 8787,
    maySystemPackages: asRoot && noSystemPackages !== '1',
    once: args.includes('--once'),
    environment,
  }
}
