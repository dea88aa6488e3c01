import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../services/cli/bin/plume.mjs', import.meta.url))

export type Ended = {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `plume` as a whole process with no terminal, on a test's database and folder, to its end. */
export async function runPlume(
  place: {
    readonly folder: string
    readonly databaseUrl?: string
    /** Settings beyond these. */
    readonly more?: Readonly<Record<string, string>>
  },
  ...args: readonly string[]
): Promise<Ended> {
  const child = spawn(process.execPath, [bin, ...args], {
    env: {
      PATH: process.env.PATH,
      PLUME_DATA_DIR: place.folder,
      DATABASE_URL: place.databaseUrl,
      ...place.more,
    },
  })
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ])
  return { status, stdout, stderr }
}
