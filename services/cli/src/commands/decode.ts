import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { decodeNatively } from '@plume/audio'
import type { Command } from '../command.ts'
import { decoderOf, inPrivateDirectory, requireFile } from '../hear-recording.ts'
import { passwordDetails, passwordOption, passwordsIn } from '../recording-password.ts'
import { refuseRecording } from '../refused.ts'
import { prepareOutput, writeOutput } from '../write-output.ts'

export const decode: Command = {
  details: passwordDetails,
  positionals: ['AUDIO'],
  options: {
    password: passwordOption,
    native: {
      type: 'boolean',
      help: 'at the codec’s own rate, its exact samples (dictaphone files and WAV)',
    },
    output: { type: 'string', short: 'o', value: 'OUT.wav', required: true, help: 'WAV to write' },
  },
  run: async ({ positionals: [path = ''], values }, { config, interruption }) => {
    const output = String(values.output)
    await requireFile(path)
    await prepareOutput(output)
    const signal = interruption()
    await inPrivateDirectory(signal, async (directory) => {
      const outputPath = join(directory, 'decoded.wav')
      const passwords = passwordsIn(values)
      const decoded = values.native
        ? await decodeNatively(path, outputPath, { passwords, signal })
        : await decoderOf(config).decode({ inputPath: path, outputPath, passwords, signal })
      if ('undecodable' in decoded) throw refuseRecording(path, decoded.undecodable)
      await writeOutput(output, createReadStream(outputPath))
    })
  },
}
