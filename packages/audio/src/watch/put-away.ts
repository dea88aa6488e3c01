import { createHash } from 'node:crypto'
import { createReadStream, type Stats } from 'node:fs'
import { link, lstat, mkdir, open, rename, rm, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { movedNames, shortened } from './moved-names.ts'
import { codeOf, openPlainFile } from './plain-file.ts'
import {
  forgetPlan,
  type PlannedMove,
  readPlan,
  statOf,
  stillThere,
  writePlan,
} from './planned-move.ts'
import type { Rejection } from './watched-file.ts'
import { writeNote } from './write-note.ts'

/**
 * Decides and writes down where files that belong together go, the recording first: below another folder,
 * under the same names, or under ones with a number where any is taken. `finishMoves` does it, also for
 * whoever was killed in the middle. Bytes and times stay as they are; nothing is ever written over.
 */
export async function planMove(
  root: string,
  paths: readonly string[],
  into: string,
  why?: Rejection,
): Promise<void> {
  const folder = dirname(paths[0] ?? '')
  await makeFolder(into, folder)
  const names = await freeNames(join(into, folder), paths)
  if (why && names[0]) await writeReason(join(into, folder), names[0], why)
  const moves = await Promise.all(
    paths.map(async (source, n): Promise<PlannedMove | null> => {
      const stat = await statOf(join(root, source))
      if (!stat) return null
      const { size, mtimeMs, ino } = stat
      return { source, target: join(folder, names[n] ?? ''), size, mtimeMs, ino }
    }),
  )
  await writePlan(
    into,
    moves.flatMap((move) => move ?? []),
  )
}

/** Does what is planned, however much of it a killed run has done. False where nothing was. */
export async function finishMoves(root: string, into: string): Promise<boolean> {
  const plan = await readPlan(into)
  for (const move of plan) await finishMove(root, into, move)
  await forgetPlan(into)
  return plan.length > 0
}

async function finishMove(root: string, into: string, move: PlannedMove): Promise<void> {
  const stat = await stillThere(root, move)
  if (!stat) return
  await makeFolder(into, dirname(move.target))
  const target = join(into, move.target)
  const there = await statOf(target)
  if (!there) return moveTo(root, move, target)
  if (await isSame(root, move, stat, target, there)) await rm(join(root, move.source))
}

/** Says beside a rejected file why it is there, in both languages. */
function writeReason(folder: string, name: string, { code, en, fr }: Rejection): Promise<void> {
  return writeNote(folder, shortened(name, '.reason.txt'), `${code}\n\n${en}\n\n${fr}\n`)
}

async function freeNames(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const names = paths.map((path) => basename(path))
  for (let number = 1; ; number += 1) {
    const moved = movedNames(names, number)
    const there = await Promise.all(moved.map((name) => statOf(join(folder, name))))
    if (there.every((stat) => stat === null)) return moved
  }
}

/** One folder after the other, none of them a link to elsewhere. */
async function makeFolder(into: string, path: string): Promise<void> {
  let folder = into
  for (const name of path === '.' ? [] : path.split('/')) {
    folder = join(folder, name)
    await mkdir(folder).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
    if ((await lstat(folder)).isDirectory()) continue
    throw Object.assign(new Error('not a folder'), { syscall: 'mkdir', code: 'ENOTDIR' })
  }
}

async function moveTo(root: string, move: PlannedMove, target: string): Promise<void> {
  const source = join(root, move.source)
  try {
    // A link does not write over what is there; a rename would.
    await link(source, target)
  } catch (error) {
    switch (codeOf(error)) {
      case 'EXDEV':
        await copyTo(root, move, target)
        break
      // Shares of Windows know no links.
      case 'EPERM':
      case 'ENOTSUP':
      case 'EOPNOTSUPP':
      case 'ENOSYS':
        return rename(source, target)
      default:
        throw error
    }
  }
  await rm(source)
}

/** To another disk: all of it is there, under a name for unfinished files, before it gets its own. */
export async function copyTo(
  root: string,
  { source }: Pick<PlannedMove, 'source'>,
  target: string,
): Promise<void> {
  const file = await openPlainFile(root, source)
  if (typeof file === 'string') {
    throw Object.assign(new Error(file), { syscall: 'open', code: 'ENOENT' })
  }
  const part = join(dirname(target), shortened(`.${basename(target)}`, '.part'))
  try {
    const { atime, mtime, mode } = await file.stat()
    await rm(part, { force: true })
    const copy = await open(part, 'wx', mode & 0o777)
    try {
      await pipeline(
        file.createReadStream({ start: 0, autoClose: false }),
        copy.createWriteStream({ autoClose: false }),
      )
      await copy.sync()
    } finally {
      await copy.close()
    }
    await utimes(part, atime, mtime)
    await rename(part, target)
    await syncFolder(dirname(target))
  } finally {
    await file.close()
  }
}

/** Only then is the name of the copy safe from a power cut. Systems without this do without. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

/** Linked or copied to its new name, not yet gone from the old one. */
async function isSame(
  root: string,
  { source }: PlannedMove,
  stat: Stats,
  target: string,
  there: Stats,
): Promise<boolean> {
  // A file with one name only is not to be removed, whatever path leads to it.
  if (stat.dev === there.dev) return stat.ino === there.ino && stat.nlink > 1
  if (!there.isFile() || stat.size !== there.size) return false
  const [one, other] = await Promise.all([join(root, source), target].map(sha256Of))
  return one === other
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
