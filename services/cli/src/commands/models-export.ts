import { exportModel } from '@plume/speech'
import type { Command } from '../command.ts'
import { withModels } from '../models-folder.ts'
import { prepareOutput } from '../write-output.ts'

export const modelsExport: Command = {
  positionals: ['ID'],
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE.tar',
      required: true,
      help: 'file to write',
    },
  },
  details: ['Prints the model’s SHA-256, which may be carried by another way than the archive.'],
  run: async ({ positionals: [id = ''], values }, terminal) => {
    const path = String(values.output)
    await prepareOutput(path)
    const signal = terminal.interruption()
    const { sha256 } = await withModels(terminal, 'export', (store, onFraction) =>
      exportModel({
        store,
        id,
        path,
        signal,
        onProgress: (bytes, total) => onFraction(bytes / total),
      }),
    )
    terminal.stdout.write(`${sha256}  ${id}\n`)
  },
}
