import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeNote } from './write-note.ts'

export const rulesErrorName = 'plume-folder.error.txt'

/** The file beside wrong rules that says what is wrong with them. Where it cannot be written, it is not. */
export function createRulesErrors(root: string) {
  const written = new Map<string, string>()
  return {
    async write(folder: string, problem: string): Promise<void> {
      if (written.get(folder) === problem) return
      await writeNote(join(root, folder), rulesErrorName, `${problem}\n`).catch(() => {})
      written.set(folder, problem)
    },
    async forget(folder: string): Promise<void> {
      written.delete(folder)
      await rm(join(root, folder, rulesErrorName), { force: true }).catch(() => {})
    },
  }
}
