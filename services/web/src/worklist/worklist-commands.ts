import type { Command } from '../keyboard/command.ts'

export type WorklistContext = {
  readonly mayUpload: boolean
  readonly openUpload: () => void
  /** Something is chosen. */
  readonly mayPrint: boolean
  readonly openPrint: () => void
}

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
  {
    id: 'print',
    group: 'finish',
    where: 'page',
    keys: ['Alt+I'],
    isEnabled: ({ mayPrint }) => mayPrint,
    perform({ openPrint }) {
      openPrint()
      return true
    },
  },
]
