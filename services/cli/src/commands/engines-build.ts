import { join } from 'node:path'
import { buildWhisperCli } from '@plume/speech'
import type { Command } from '../command.ts'
import { showProgress } from '../progress.ts'
import { WrongUsage } from '../refused.ts'

export const enginesBuild: Command = {
  positionals: ['ENGINE'],
  options: {},
  details: [
    'ENGINE is whisper: the program whisper-cli of whisper.cpp, for the processor of this machine. Needs',
    'npm, tar, cmake and a C++ compiler, and takes some minutes. It is put into the data directory, where',
    'workers find it. A model is needed beside it: plume models list.',
  ],
  run: async ({ positionals: [engine] }, { config, environment, stdout, stderr, interruption }) => {
    if (engine !== 'whisper') throw new WrongUsage('ENGINE is whisper')
    const progress = showProgress(stderr)
    try {
      const path = await buildWhisperCli({
        folder: join(config.dataDir, 'engines', 'whisper.cpp'),
        environment,
        onStep: progress.step,
        onProgress: progress.fraction,
        signal: interruption(),
      })
      progress.end()
      stdout.write(`${path}\n`)
    } finally {
      progress.end()
    }
  },
}
