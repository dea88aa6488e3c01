import { stat } from 'node:fs/promises'
import { importModel } from '@plume/speech'
import type { Command } from '../command.ts'
import { acceptanceIn, consentOptions, trustedIn, withModels } from '../models-folder.ts'
import { Refused, refuseFile } from '../refused.ts'

export const modelsImport: Command = {
  positionals: ['FILE'],
  options: {
    id: { type: 'string', value: 'ID', help: 'FILE is this model’s one file, not an archive' },
    ...consentOptions,
  },
  details: [
    'FILE is an archive that plume models export made on another machine. Nothing is installed before',
    'its size and SHA-256 are right; a right name does not count.',
  ],
  run: async ({ positionals: [path = ''], values }, terminal) => {
    const trustedSha256 = trustedIn(values)
    await requireFile(path)
    const signal = terminal.interruption()
    const { id } = await withModels(terminal, 'import', (store, onFraction) =>
      importModel({
        store,
        path,
        id: typeof values.id === 'string' ? values.id : null,
        acceptance: acceptanceIn(values),
        trustedSha256,
        signal,
        onProgress: (bytes, total) => onFraction(bytes / total),
      }),
    )
    terminal.stdout.write(`${id}\n`)
  },
}

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw refuseFile(path, error)
  })
  if (!found.isFile()) {
    throw new Refused('not-a-file', 'that is no file', 'Name an archive, or a model’s file.')
  }
}
