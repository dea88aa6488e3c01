import { createModelStore } from '@plume/speech'
import type { Command } from '../command.ts'
import { withModels } from '../models-folder.ts'

export const modelsVerify: Command = {
  name: 'models verify',
  summary: 'Reads the installed speech models again and compares their SHA-256.',
  positionals: ['[ID]'],
  options: {},
  details: ['Without ID all of them. Ends with 1 at the first that is damaged.'],
  run: async ({ positionals: [given] }, terminal) => {
    const installed = await createModelStore(terminal.config.whisper.modelsDir).installedModels()
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
