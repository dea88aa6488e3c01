import type { Command } from '../keyboard/command.ts'

export type WorklistContext = { readonly mayUpload: boolean; readonly openUpload: () => void }

/** Every key of the worklist, beside the arrow keys and Enter of its table. */
export const worklistCommands: readonly Command<WorklistContext>[] = [
  {
    id: 'upload',
    group: 'write',
    where: 'page',
    keys: ['Alt+U'],
    isEnabled: ({ mayUpload }) => mayUpload,
    perform({ openUpload }) {
      openUpload()
      return true
    },
  },
]
