import type { Command } from '../command.ts'
import { withModels } from '../models-folder.ts'

export const modelsRemove: Command = {
  positionals: ['ID'],
  options: {},
  run: async ({ positionals: [id = ''] }, terminal) => {
    await withModels(terminal, 'remove', (store) => store.remove(id))
    terminal.stdout.write(`${id}\n`)
  },
}
