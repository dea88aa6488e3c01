import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { aWav } from './a-wav.ts'

export type Audio = { readonly wavPath: string; readonly durationMs: number }

const headerLength = 44
/** Of 16 kHz mono 16-bit samples. */
export const bytesPerMs = 32

/** Recordings for the tests of one file, in a folder that is there from before its first to after its last. */
export function speechTestAudio() {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plume-speech-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  return {
    folder: () => folder,
    async noise(seconds: number): Promise<Audio> {
      const wavPath = join(folder, `${seconds}.wav`)
      await writeFile(wavPath, aWav(1, seconds))
      return { wavPath, durationMs: seconds * 1000 }
    },
    /** Sound pieces one after the other. */
    async wavOf(name: string, pieces: readonly Buffer[]): Promise<Audio> {
      const wavPath = join(folder, `${name}.wav`)
      const samples = Buffer.concat(pieces)
      const header = Buffer.from(aWav(1, 1)).subarray(0, headerLength)
      header.writeUInt32LE(36 + samples.length, 4)
      header.writeUInt32LE(samples.length, 40)
      await writeFile(wavPath, Buffer.concat([header, samples]))
      return { wavPath, durationMs: samples.length / bytesPerMs }
    },
  }
}

export type SpeechTestAudio = ReturnType<typeof speechTestAudio>

/** The first 8.1 s, up to "findings period", of a dictation made for this project: its bare samples. */
export async function dictation(): Promise<Buffer> {
  const wav = await readFile(new URL('../../samples/chest-xray.wav', import.meta.url))
  return wav.subarray(headerLength, headerLength + 8100 * bytesPerMs)
}

export const silence = (seconds: number) => Buffer.alloc(seconds * 1000 * bytesPerMs)
