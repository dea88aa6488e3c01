import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { Failure } from '@plume/records'

export type Ffmpeg = { readonly path: string; readonly version: string }

/**
 * ffmpeg 5.1, by the version of its libavformat, which every build tells in the same form. Older ones
 * follow a playlist named `.wav` to other files of the disk.
 */
const leastLibavformat = { major: 59, minor: 27 }

export type FindFfmpeg = {
  readonly configured?: string
  readonly searchPath: string
  /** The binary of `ffmpeg-static`. */
  readonly bundled?: () => Promise<string | null>
}

/**
 * Finds the ffmpeg to use: the configured one, else the one on the PATH, which the distribution
 * patches, else the npm package `ffmpeg-static` where a site has installed it, else none. A configured
 * one that does not work stops the start (`invalid-configuration`): falling back would decode with a
 * program that the site did not choose.
 */
export async function findFfmpeg(options: FindFfmpeg): Promise<Ffmpeg | null> {
  if (options.configured) {
    const version = await versionOf(options.configured)
    if (version) return { path: options.configured, version }
    throw new Failure(
      'invalid-configuration',
      'FFMPEG_PATH names no working ffmpeg, 5.1 or later',
      {
        retryable: false,
      },
    )
  }
  for (const folder of options.searchPath.split(delimiter).filter(Boolean)) {
    const path = join(folder, 'ffmpeg')
    const version = (await isProgram(path)) ? await versionOf(path) : null
    if (version) return { path, version }
  }
  const path = await (options.bundled ?? bundledFfmpeg)()
  const version = path === null ? null : await versionOf(path)
  return path !== null && version !== null ? { path, version } : null
}

function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** Null for what does not run, is no ffmpeg, or is too old to be let near an upload. */
function versionOf(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(path, ['-version'], { timeout: 10_000, env: {} }, (error, stdout) => {
      resolve(
        error || !isNewEnough(stdout) ? null : (/^ffmpeg version (\S+)/.exec(stdout)?.[1] ?? null),
      )
    })
  })
}

function isNewEnough(banner: string): boolean {
  const [, major, minor] = /^libavformat\s+(\d+)\.\s*(\d+)/m.exec(banner) ?? []
  if (Number(major) === leastLibavformat.major) return Number(minor) >= leastLibavformat.minor
  return Number(major) > leastLibavformat.major
}

/**
 * Not a dependency: its install script downloads the binary, and without a network that fails the
 * whole installation. The name stands in a variable so that nobody needs its types either.
 */
async function bundledFfmpeg(): Promise<string | null> {
  const name: string = 'ffmpeg-static'
  const module: unknown = await import(name).catch(() => null)
  if (typeof module !== 'object' || module === null || !('default' in module)) return null
  return typeof module.default === 'string' ? module.default : null
}
