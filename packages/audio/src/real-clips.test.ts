import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAudioDecoder } from './create-audio-decoder.ts'

/** Recordings of people, kept beside the repository because their licences do not all allow more. */
const shared = process.env.PLUME_SHARED ?? findUpwards(dirname(fileURLToPath(import.meta.url)))
const speech = join(shared ?? '', 'audio', 'speech')

function findUpwards(from: string): string | null {
  const candidate = join(from, 'shared')
  if (existsSync(join(candidate, 'audio', 'speech', 'manifest.json'))) return candidate
  return from === dirname(from) ? null : findUpwards(dirname(from))
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-clips-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const decoder = createAudioDecoder({ searchPath: '', maxDurationMs: 600_000 })
const decode = (inputPath: string) =>
  decoder.decode({ inputPath, outputPath: join(folder, 'output.wav') })

type Clip = { readonly file: string; readonly seconds: number }

/** The part of the manifest that is of use here. */
function clips(): readonly Clip[] {
  const manifest: readonly Clip[] = JSON.parse(readFileSync(join(speech, 'manifest.json'), 'utf8'))
  return manifest.filter(({ file }) => file.endsWith('.wav') && existsSync(join(speech, file)))
}

if (shared === null) {
  test.skip('SKIPPED: recordings of people, because there is no folder of them beside the repository', () => {})
} else {
  describe('recordings of people', () => {
    test.each([...clips()])('$file is $seconds s of sound', async ({ file, seconds }) => {
      const decoded = await decode(join(speech, file))
      if ('undecodable' in decoded) throw new Error(decoded.undecodable)
      expect(Math.abs(decoded.facts.durationMs / 1000 - seconds)).toBeLessThan(0.01)
      expect(decoded.facts).toMatchObject({ silent: false, possiblyTruncated: false })
    })
  })
}
