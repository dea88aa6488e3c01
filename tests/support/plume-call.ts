import { Readable, Writable } from 'node:stream'
import { runPlume } from '../../services/cli/src/run-plume.ts'
import type { Ended } from './plume-process.ts'

/** As `runPlume` of `plume-process.ts`, within this process: the same command, without the seconds of a start. */
export async function callPlume(
  place: {
    readonly folder: string
    readonly databaseUrl?: string
    readonly modelsDir?: string
    /** What standard input says; nothing unless told. */
    readonly input?: string
  },
  ...args: readonly string[]
): Promise<Ended> {
  const stdout = collect()
  const stderr = collect()
  const status = await runPlume(args, {
    stdin: Readable.from(place.input ? [Buffer.from(place.input)] : []),
    stdout: stdout.stream,
    stderr: stderr.stream,
    environment: {
      PATH: process.env.PATH,
      PLUME_DATA_DIR: place.folder,
      DATABASE_URL: place.databaseUrl,
      PLUME_MODELS_DIR: place.modelsDir,
    },
    interruption: () => new AbortController().signal,
  })
  return { status, stdout: stdout.text(), stderr: stderr.text() }
}

function collect(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk)
      done()
    },
  })
  return { stream, text: () => Buffer.concat(chunks).toString() }
}
