import type { Dirent } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { WatchedFile } from './watched-file.ts'

/** What other programs have not finished, by the names they give it, and what is ours. */
const passedOver =
  /^[.~]|\.(part|partial|tmp|temp|crdownload|filepart)$|\.reason\.txt$|^plume-folder\./i

/** So deep no recorder's software goes; a loop of mounts would. */
const deepest = 16

/**
 * All plain files below a folder that may be recordings or belong to one. Links are not followed: they
 * could name any file of the machine. A folder that cannot be read is told and passed over.
 */
export async function listFiles(
  root: string,
  except: ReadonlySet<string>,
  tell: (folder: string) => void,
): Promise<readonly WatchedFile[]> {
  const files: WatchedFile[] = []

  async function look(folder: string, depth: number): Promise<void> {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => {
      tell(folder)
      return []
    })
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (passedOver.test(entry.name) || except.has(join(root, path))) continue
      if (entry.isDirectory() && depth < deepest) await look(path, depth + 1)
      else await add(entry, path)
    }
  }

  async function add(entry: Dirent, path: string): Promise<void> {
    if (!entry.isFile()) return
    // It may be gone again: then it was not for us.
    const stat = await lstat(join(root, path)).catch(() => null)
    if (stat?.isFile()) files.push({ path, size: stat.size, mtimeMs: stat.mtimeMs })
  }

  await look('', 0)
  return files
}
