import { constants } from 'node:fs'
import { type FileHandle, open, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Opens a plain file below `root`, which is a real path. A link anywhere on the way could name any file of
 * the machine, and a pipe would be waited for without end: neither is opened.
 */
export async function openPlainFile(
  root: string,
  path: string,
): Promise<FileHandle | 'absent' | 'unreadable'> {
  const place = join(root, path)
  const file = await open(
    place,
    constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
  ).catch(whyNot)
  if (typeof file === 'string') return file
  try {
    if (await isAt(file, place)) return file
  } catch {
    // Moved away under our hands: as if it had been a link.
  }
  await file.close()
  return 'unreadable'
}

/** The bytes of a small file; null where there are more than `mostBytes`. */
export async function readPlainFile(
  root: string,
  path: string,
  mostBytes: number,
): Promise<Buffer | 'absent' | 'unreadable' | null> {
  const file = await openPlainFile(root, path)
  if (typeof file === 'string') return file
  try {
    const bytes = Buffer.alloc(mostBytes + 1)
    let length = 0
    for (;;) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length)
      length += bytesRead
      if (length > mostBytes) return null
      if (bytesRead === 0) return bytes.subarray(0, length)
    }
  } finally {
    await file.close()
  }
}

/** What was opened is a plain file, and it is what its name, without any link, leads to. */
async function isAt(file: FileHandle, place: string): Promise<boolean> {
  const opened = await file.stat()
  if (!opened.isFile() || (await realpath(place)) !== place) return false
  const named = await stat(place)
  return named.ino === opened.ino && named.dev === opened.dev
}

function whyNot(error: unknown): 'absent' | 'unreadable' {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'absent'
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
    case 'EISDIR':
    case 'ELOOP':
    case 'ENXIO':
      return 'unreadable'
    default:
      throw error
  }
}

/** The system's name for what went wrong, as `ENOSPC`; null for an error that is not the system's. */
export function codeOf(error: unknown): string | null {
  const isSystems = error instanceof Error && 'syscall' in error && 'code' in error
  return isSystems ? String(error.code) : null
}
