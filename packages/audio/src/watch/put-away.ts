import { createHash } from 'node:crypto'
import { constants, copyFile, link, lstat, mkdir, open, rename, rm, utimes } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import type { Rejection } from './watched-file.ts'

/** Of a name in most file systems. */
const longestNameBytes = 255

/**
 * Moves a file below another folder, under the same name, or one with a number where that is taken.
 * Bytes and times stay as they are; nothing is ever written over. A move that was broken off is finished.
 * `beforehand` is done when its new place is known. Returns where it is now.
 */
export async function putAway(
  root: string,
  path: string,
  into: string,
  beforehand: (target: string) => Promise<void> = async () => {},
): Promise<string> {
  const source = join(root, path)
  await mkdir(dirname(join(into, path)), { recursive: true })
  for (let number = 1; ; number += 1) {
    const target = join(into, dirname(path), numbered(path, number))
    if (await isSameFile(source, target)) {
      await rm(source)
      return target
    }
    if (await exists(target)) continue
    await beforehand(target)
    if (await movedTo(source, target)) return target
  }
}

/** Says beside a rejected file why it is there, in both languages. */
export async function writeReason(target: string, { code, en, fr }: Rejection): Promise<void> {
  const name = shortened(target.slice(dirname(target).length + 1), '.reason.txt')
  const file = await open(join(dirname(target), name), 'w', 0o640)
  try {
    await file.writeFile(`${code}\n\n${en}\n\n${fr}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

function numbered(path: string, number: number): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (number === 1) return name
  const ending = extname(name)
  return shortened(name.slice(0, name.length - ending.length), ` (${number})${ending}`)
}

/** With `suffix` behind it, however long it was; cut ones differ by a piece of a hash. */
function shortened(name: string, suffix: string): string {
  if (Buffer.byteLength(name + suffix) <= longestNameBytes) return name + suffix
  const mark = `~${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
  let cut = name
  while (Buffer.byteLength(cut + mark + suffix) > longestNameBytes) cut = cut.slice(0, -1)
  return cut + mark + suffix
}

/** The first half of an earlier move: linked to its new name, not yet gone from the old one. */
async function isSameFile(source: string, target: string): Promise<boolean> {
  const [from, to] = await Promise.all([lstat(source), lstat(target).catch(() => null)])
  return to !== null && from.ino === to.ino && from.dev === to.dev
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null
}

/** False where there is a file of that name. */
async function movedTo(source: string, target: string): Promise<boolean> {
  try {
    // A link does not write over what is there; a rename would.
    await link(source, target)
    await rm(source)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST') return false
    if (code === 'EXDEV') return copiedTo(source, target)
    // Shares of Windows know no links.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP' || code === 'ENOSYS') {
      if (await exists(target)) return false
      await rename(source, target)
      return true
    }
    throw error
  }
}

async function copiedTo(source: string, target: string): Promise<boolean> {
  if (await exists(target)) return false
  const part = `${target}.part`
  const { atime, mtime } = await lstat(source)
  await copyFile(source, part, constants.COPYFILE_FICLONE)
  await utimes(part, atime, mtime)
  const file = await open(part, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, target)
  await rm(source)
  return true
}
