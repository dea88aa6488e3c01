import { join } from 'node:path'
import { type AddOn, addOnNames, addOnOf, installAddOn, isAddOnName } from '@plume/speech'
import type { Command } from '../command.ts'
import { WrongUsage } from '../refused.ts'

export const enginesAdd: Command = {
  positionals: ['ENGINE'],
  options: {},
  details: [
    'ENGINE is whisper-node (12 MB) or transformers (474 MB). Neither is needed: whisper.cpp and sherpa-onnx hear',
    'as well, and say more about each word. Needs npm and its registry; every package has to be what it was when',
    'this version of Plume was made, and none runs a script. It is put into the data directory.',
  ],
  run: async ({ positionals: [name] }, { config, environment, stdout, stderr, interruption }) => {
    if (!isAddOnName(name)) throw new WrongUsage(`ENGINE is ${addOnNames.join(' or ')}`)
    stderr.write(`${described(addOnOf(name))}\n`)
    const folder = await installAddOn({
      name,
      enginesDir: join(config.dataDir, 'engines'),
      environment,
      whisper: config.whisper,
      signal: interruption(),
    })
    stdout.write(`${folder}\n`)
  },
}

function described(addOn: AddOn): string {
  const megabytes = Math.round(addOn.bytes / 1e6)
  return `${addOn.package} ${addOn.version}, ${addOn.licence}, ${megabytes} MB on disk with what it needs`
}
