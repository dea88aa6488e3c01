import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { Failure } from '@plume/records'

export type Ffmpeg = { readonly path: string; readonly version: string }

/**
 * Finds the ffmpeg to use: the configured one, else the one on the PATH, else none. A configured one
 * that does not work stops the start (`invalid-configuration`): falling back would decode with a
 * program that the site did not choose.
 */
export async function findFfmpeg(options: {
  readonly configured?: string
  readonly searchPath: string
}): Promise<Ffmpeg | null> {
  if (options.configured) {
    const version = await versionOf(options.configured)
    if (version) return { path: options.configured, version }
    throw new Failure('invalid-configuration', 'FFMPEG_PATH does not name a working ffmpeg', {
      retryable: false,
    })
  }
  for (const folder of options.searchPath.split(delimiter).filter(Boolean)) {
    const path = join(folder, 'ffmpeg')
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    const version = found ? await versionOf(path) : null
    if (version) return { path, version }
  }
  return null
}

function versionOf(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(path, ['-version'], { timeout: 10_000, env: {} }, (error, stdout) => {
      resolve(error ? null : (/^ffmpeg version (\S+)/.exec(stdout)?.[1] ?? null))
    })
  })
}
