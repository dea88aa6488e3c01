import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { createAudioDecoder } from '@plume/audio'
import type { DecodedAudio } from '@plume/records'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aWav } from '../support/a-wav.ts'

const searchPath = process.env.PATH ?? ''
const maxDurationMs = 60_000
const hasFfmpeg = (await createAudioDecoder({ searchPath, maxDurationMs }).describe()).length > 1

let folder: string
let tempDir: string
let outputPath: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-decoder-'))
  tempDir = join(folder, 'private')
  await mkdir(tempDir)
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  outputPath = join(folder, 'out', 'decoded.wav')
  await rm(join(folder, 'out'), { recursive: true, force: true })
  await mkdir(join(folder, 'out'))
})

const decoderFor = (longestMs = maxDurationMs) =>
  createAudioDecoder({ searchPath, maxDurationMs: longestMs, tempDir })

async function decode(inputPath: string, options: { signal?: AbortSignal } = {}) {
  return decoderFor().decode({ inputPath, outputPath, ...options })
}

function heard(result: Awaited<ReturnType<typeof decode>>): DecodedAudio {
  if ('undecodable' in result) throw new Error(result.undecodable)
  return result
}

async function expectNothingLeft() {
  expect(await readdir(join(folder, 'out'))).toEqual([])
  expect(await readdir(tempDir)).toEqual([])
}

/** What is promised for every kind of recording, whoever decodes it. `make` writes 2 s of noise. */
function audioDecoderContract(name: string, make: (path: string) => Promise<void>): void {
  describe(name, () => {
    let inputPath: string
    beforeAll(async () => {
      inputPath = join(folder, `recording of ${name}`)
      await make(inputPath)
    })

    test('becomes 16 kHz mono 16-bit WAV of the same length', async () => {
      const { facts } = heard(await decode(inputPath))
      const output = await readFile(outputPath)
      expect(output.toString('latin1', 0, 4)).toBe('RIFF')
      expect(output.readUInt32LE(4)).toBe(output.length - 8)
      expect(output.readUInt16LE(22)).toBe(1)
      expect(output.readUInt32LE(24)).toBe(16_000)
      expect(output.readUInt16LE(34)).toBe(16)
      expect(output.readUInt32LE(40)).toBe(output.length - 44)
      expect(Math.abs((output.length - 44) / 32 - facts.durationMs)).toBeLessThanOrEqual(1)
      expect(Math.abs(facts.durationMs - 2000)).toBeLessThanOrEqual(60)
    })

    test('is described', async () => {
      const { facts, peaks } = heard(await decode(inputPath))
      expect(facts).toMatchObject({ silent: false, possiblyTruncated: false, channels: 1 })
      expect(facts.narrowband).toBe(facts.sampleRateHz <= 8000)
      expect(facts.codec).toMatch(/\S/)
      expect(facts.decoder).toMatch(/\S/)
      expect(peaks.length).toBeGreaterThan(50)
      expect(peaks.length).toBeLessThanOrEqual(1000)
      for (const peak of peaks) expect(peak >= 0 && peak <= 1).toBe(true)
    })

    test('gives the same bytes every time', async () => {
      await decode(inputPath)
      const first = await readFile(outputPath)
      await decode(inputPath)
      expect((await readFile(outputPath)).equals(first)).toBe(true)
    })

    test('can be named by a relative path', async () => {
      const result = await decode(relative(process.cwd(), inputPath))
      expect(heard(result).facts.silent).toBe(false)
    })

    test('is refused whole when it is longer than the limit', async () => {
      const short = decoderFor(1500)
      expect(await short.decode({ inputPath, outputPath })).toEqual({ undecodable: 'too-long' })
      await expectNothingLeft()
    })

    test('leaves nothing when it is told to stop', async () => {
      const signal = AbortSignal.abort(new Error('enough'))
      await expect(decode(inputPath, { signal })).rejects.toThrow('enough')
      await expectNothingLeft()
    })
  })
}

const wavPath = () => join(folder, 'two-seconds.wav')
beforeAll(() => writeFile(wavPath(), aWav(7, 2)))

audioDecoderContract('WAV', (path) => writeFile(path, aWav(7, 2)))

/** Encoders that every ffmpeg has, so that no recording need be kept here. */
const encodings = [
  ['FLAC at 44.1 kHz', ['-ar', '44100', '-f', 'flac']],
  ['AIFF at 8 kHz', ['-ar', '8000', '-f', 'aiff']],
  ['AAC in MP4', ['-c:a', 'aac', '-f', 'mp4']],
  ['mu-law in AU', ['-ar', '8000', '-c:a', 'pcm_mulaw', '-f', 'au']],
  ['ADPCM in WAV', ['-c:a', 'adpcm_ima_wav', '-f', 'wav']],
] as const

async function encode(path: string, options: readonly string[]): Promise<void> {
  const input = ['-nostdin', '-v', 'error', '-y', '-i', wavPath()]
  await promisify(execFile)('ffmpeg', [...input, ...options, path])
}

if (hasFfmpeg) {
  for (const [name, options] of encodings) {
    audioDecoderContract(name, (path) => encode(path, options))
  }

  test('half a file is kept and called possibly truncated', async () => {
    const path = join(folder, 'half.flac')
    await encode(path, ['-f', 'flac'])
    const whole = await readFile(path)
    await writeFile(path, whole.subarray(0, whole.length / 4))
    const { facts } = heard(await decode(path))
    expect(facts.possiblyTruncated).toBe(true)
    expect(facts.durationMs).toBeGreaterThan(100)
    expect(facts.durationMs).toBeLessThan(1000)
  })
} else {
  test.skip('SKIPPED: recordings that ffmpeg decodes, because there is no ffmpeg here', () => {})
}

describe('what names another file is not followed to it', () => {
  test.each([
    ['an ffmpeg list', () => `ffconcat version 1.0\nfile two-seconds.wav\n`],
    ['an HLS playlist', () => `#EXTM3U\n#EXTINF:2,\nfile://${wavPath()}\n#EXT-X-ENDLIST\n`],
    [
      'an m4a that is really a list',
      () => `\0\0\0\x20ftypM4A ffconcat version 1.0\nfile two-seconds.wav\n`,
    ],
  ])('%s', async (_name, text) => {
    const path = join(folder, 'list.wav')
    await writeFile(path, text(), 'latin1')
    const result = await decode(path)
    expect('undecodable' in result && result.undecodable).toMatch(
      /^(not-audio|needs-decoder|upload-incomplete)$/,
    )
    await expectNothingLeft()
  })
})
