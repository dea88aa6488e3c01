import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { bytesPerMs, wavOf } from '../wav-samples.ts'

/** A folder for the recordings of one file of tests, gone with it. */
export function temporaryRecordings() {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plume-recordings-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return {
    folder: () => folder,
    /** Stretches of sound, 16 kHz mono 16-bit, one after the other; gives the path. */
    async recordingOf(...parts: readonly Buffer[]): Promise<string> {
      const path = join(folder, `${Math.random().toString(36).slice(2)}.wav`)
      await writeFile(path, wavOf(Buffer.concat(parts)))
      return path
    },
  }
}

export const silence = (ms: number) => Buffer.alloc(ms * bytesPerMs)
