import type { Dirent } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { LeftBecause, WatchedFile } from './watched-file.ts'

/** What other programs have not finished, by the names they give it, and what is ours. */
const passedOver =
  /^[.~]|\.(part|partial|tmp|temp|crdownload|filepart)$|\.reason\.txt$|^plume-folder\./i

/** So deep no recorder's software goes; a loop of mounts would. */
const deepest = 16

/** Of one look: the others have their turn when these are gone. */
const mostFiles = 100_000

/**
 * All plain files below a folder that may be recordings or belong to one. Links are not followed: they
 * could name any file of the machine. What cannot be read is told and passed over.
 */
export async function listFiles(
  root: string,
  except: ReadonlySet<string>,
  leave: (path: string, why: LeftBecause) => void,
): Promise<readonly WatchedFile[]> {
  const files: WatchedFile[] = []

  async function look(folder: string, depth: number): Promise<void> {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => {
      leave(folder, 'unreadable-folder')
      return []
    })
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (passedOver.test(entry.name) || except.has(join(root, path))) continue
      if (files.length >= mostFiles) return leave('', 'too-many-files')
      if (!entry.isDirectory()) await add(entry, path)
      else if (depth < deepest) await look(path, depth + 1)
      else leave(path, 'too-deep')
    }
  }

  async function add(entry: Dirent, path: string): Promise<void> {
    if (!entry.isFile()) return
    const stat = await lstat(join(root, path)).catch(() => null)
    if (stat?.isFile()) files.push({ path, size: stat.size, mtimeMs: stat.mtimeMs })
    // A name that is no UTF-8 names nothing any more once it was read as text.
    else if (entry.name.includes('\uFFFD')) leave(path, 'unreadable-name')
  }

  await look('', 0)
  return files
}
