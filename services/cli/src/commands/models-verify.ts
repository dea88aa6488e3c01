import { createModelStore } from '@plume/speech'
import type { Command } from '../command.ts'
import { withModels } from '../models-folder.ts'
import { sayNothingThere } from '../nothing-there.ts'

export const modelsVerify: Command = {
  positionals: ['[ID]'],
  options: {},
  details: ['Without ID all of them. Ends with 1 at the first that is damaged.'],
  run: async ({ positionals: [given] }, terminal) => {
    const installed = await createModelStore(terminal.config.whisper.modelsDir).installedModels()
    if (given === undefined && installed.length === 0) {
      const remedy = 'plume models list says which there are.'
      return sayNothingThere(terminal, 'are no models installed', remedy)
    }
    const signal = terminal.interruption()
    for (const id of given === undefined ? installed.map((model) => model.id) : [given]) {
      await withModels(terminal, `verify ${id}`, (store, onFraction) =>
        store.verify(id, {
          signal,
          onProgress: (bytes, total) => onFraction(bytes / total),
        }),
      )
      terminal.stdout.write(`${id}  intact\n`)
    }
  },
}
