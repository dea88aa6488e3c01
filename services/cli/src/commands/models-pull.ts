import { pullModel } from '@plume/speech'
import type { Command } from '../command.ts'
import { acceptanceIn, consentOptions, trustedIn, withModels } from '../models-folder.ts'

export const modelsPull: Command = {
  positionals: ['ID'],
  options: {
    from: { type: 'string', value: 'URL', help: 'a mirror, that has URL/ID/FILE' },
    ...consentOptions,
  },
  details: [
    'Asks the model’s host, or the mirror, and nobody else. What broke off goes on where it was.',
    'Nothing is installed before its size and SHA-256 are right. plume models list says the ids.',
  ],
  run: async ({ positionals: [id = ''], values }, terminal) => {
    const mirror = typeof values.from === 'string' ? values.from : null
    const trustedSha256 = trustedIn(values)
    const signal = terminal.interruption()
    await withModels(terminal, 'pull', (store, onFraction) =>
      pullModel({
        store,
        id,
        mirror,
        acceptance: acceptanceIn(values),
        trustedSha256,
        signal,
        onProgress: (bytes, total) => onFraction(total === null ? 0 : bytes / total),
      }),
    )
    terminal.stdout.write(`${id}\n`)
  },
}
