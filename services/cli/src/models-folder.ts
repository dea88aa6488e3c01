import { userInfo } from 'node:os'
import {
  type Acceptance,
  createModelStore,
  type ModelRefusal,
  type ModelStore,
} from '@plume/speech'
import type { Given, Terminal } from './command.ts'
import { showProgress } from './progress.ts'
import { Refused, refuseFile, WrongUsage } from './refused.ts'

type Values = Given['values']

/** Options that pulling and importing have in common. */
export const consentOptions = {
  'accept-licence': {
    type: 'string',
    value: 'NAME',
    help: 'the licence you accept for your organisation, where the model needs it',
  },
  'trust-sha256': {
    type: 'string',
    value: 'HEX',
    help: 'the model’s SHA-256, where Plume knows none: from whom you have the model',
  },
} as const

/** Runs one piece of work on the models, with a bar, and turns a refusal into the line of the shell. */
export async function withModels<T extends object>(
  terminal: Terminal,
  step: string,
  work: (store: ModelStore, onFraction: (done: number) => void) => Promise<T | ModelRefusal>,
): Promise<T> {
  const { modelsDir } = terminal.config.whisper
  const progress = showProgress(terminal.stderr)
  let hasBegun = false
  // The bar waits for the first piece: what is refused at once is one line and no more.
  const onFraction = (done: number) => {
    if (!hasBegun) progress.step(step)
    hasBegun = true
    progress.fraction(done)
  }
  try {
    const result = await work(createModelStore(modelsDir), onFraction)
    if (isRefusal(result)) {
      const { refused, detail } = result
      throw new Refused(refused, detail.replace(/\.$/, ''), remedies[refused])
    }
    return result
  } catch (error) {
    throw hasPath(error) ? refuseFile(error.path, error) : error
  } finally {
    progress.end()
  }
}

export function acceptanceIn(values: Values): Acceptance {
  const licence = values['accept-licence']
  return { licence: typeof licence === 'string' ? licence : null, who: userInfo().username }
}

export function trustedIn(values: Values): string | null {
  const given = values['trust-sha256']
  if (given === undefined) return null
  const sha256 = String(given).toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new WrongUsage('--trust-sha256 has 64 hexadecimal digits')
  return sha256
}

/** `59.7 MB`, as the hosts of models count. */
export function megabytes(bytes: number): string {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}

function isRefusal(result: object): result is ModelRefusal {
  return 'refused' in result
}

function hasPath(error: unknown): error is Error & { readonly path: string } {
  return error instanceof Error && 'path' in error && typeof error.path === 'string'
}

const remedies: Readonly<Record<ModelRefusal['refused'], string>> = {
  'unknown-model': 'See plume models list.',
  'model-from-system': 'Install it with apt-get install pocketsphinx pocketsphinx-en-us.',
  'model-not-installed': 'See plume models list.',
  'model-damaged': 'Remove it with plume models remove, and pull or import it again.',
  'licence-not-accepted': 'Read it, then give its name.',
  'checksum-unknown':
    'Get the SHA-256 from whom you have the model, and give it with --trust-sha256.',
  'checksum-differs': 'Nothing was installed. Get the file again, from where it is published.',
  'wrong-size': 'Nothing was installed. Get the file again, from where it is published.',
  'not-a-model': 'Nothing was installed.',
  'archive-unreadable': 'Nothing was installed. Make it with plume models export.',
  'source-unreachable':
    'Run the command again, and it goes on where it was; or use a mirror, or import an archive.',
  'source-not-allowed': 'Use an address that begins with https://.',
  'models-busy': 'Wait for it, then run the command again.',
  'disk-full': 'Make room on the disk.',
}
