import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TooLong } from '../limit-length.ts'
import { decodeByWasm } from './decode-by-wasm.ts'
import type { WasmFormat } from './stream-decoder.ts'
import { toneFlac, toneMp3, toneOpus } from './testing/tiny-recordings.ts'

let folder: string
let outputs: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-wasm-'))
  outputs = await mkdtemp(join(folder, 'out-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function decode(
  format: WasmFormat,
  bytes: Uint8Array,
  changes: { readonly maxDurationMs?: number; readonly signal?: AbortSignal } = {},
) {
  const inputPath = join(folder, `recording.${format}`)
  const outputPath = join(outputs, 'decoded.wav')
  await writeFile(inputPath, bytes)
  await rm(outputPath, { force: true })
  return decodeByWasm({
    inputPath,
    outputPath,
    format,
    container: format,
    maxDurationMs: 60_000,
    ...changes,
  })
}

async function samples(): Promise<Int16Array> {
  const wav = await readFile(join(outputs, 'decoded.wav'))
  return new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + wav.length))
}

/** How much of the sound is a tone of 440 Hz: 1 for nothing else. */
function shareOfTone(sound: Int16Array): number {
  let [sine, cosine, power] = [0, 0, 0]
  for (const [n, sample] of sound.entries()) {
    const phase = (2 * Math.PI * 440 * n) / 16_000
    sine += sample * Math.sin(phase)
    cosine += sample * Math.cos(phase)
    power += sample ** 2
  }
  return Math.sqrt((sine ** 2 + cosine ** 2) / (power * (sound.length / 2)))
}

const recordings = [
  ['mp3', toneMp3, 16_000, 'mp3'],
  ['flac', toneFlac, 16_000, 'flac'],
  ['ogg-opus', toneOpus, 48_000, 'opus'],
] as const

describe.each(recordings)('%s', (format, bytes, sampleRateHz, codec) => {
  test('is decoded without ffmpeg, to the sample', async () => {
    expect(await decode(format, bytes)).toMatchObject({
      facts: { codec, sampleRateHz, channels: 1, durationMs: 500, decoder: 'built-in' },
    })
    const sound = await samples()
    expect(sound).toHaveLength(8000)
    expect(shareOfTone(sound.subarray(800, 7200))).toBeGreaterThan(0.97)
  })

  test('says when it is whole, and when its end is missing', async () => {
    expect((await decode(format, bytes))?.facts.possiblyTruncated).toBe(false)
    const cut = await decode(format, bytes.subarray(0, Math.floor(bytes.length * 0.7)))
    expect(cut?.facts.possiblyTruncated).toBe(true)
    expect(cut?.facts.durationMs).toBeGreaterThan(0)
  })

  test('without any sound in it is none', async () => {
    expect(await decode(format, bytes.subarray(0, 40))).toBeNull()
    expect(await readdir(outputs)).toEqual([])
  })

  test('longer than the limit is refused whole', async () => {
    await expect(decode(format, bytes, { maxDurationMs: 400 })).rejects.toThrow(TooLong)
    expect(await readdir(outputs)).toEqual([])
  })

  test('stops when it is told to', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(new Error('enough')), 20)
    await expect(decode(format, bytes, { signal: stop.signal })).rejects.toThrow('enough')
    expect(await readdir(outputs)).toEqual([])
  })

  test('however damaged is decoded, or none: it neither crashes nor hangs nor grows', async () => {
    const wounds = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(wounds, fc.nat(bytes.length), async (changes, length) => {
        const damaged = Buffer.from(bytes)
        for (const [at, value] of changes) damaged[at] = value
        const decoded = await decode(format, damaged.subarray(0, length)).catch((error) => {
          expect(error).toBeInstanceOf(TooLong)
          return null
        })
        // The quietest FLAC of all: 12 bytes for a frame of 65,535 samples.
        if (decoded) expect(decoded.facts.durationMs).toBeLessThanOrEqual(60_000)
      }),
      { numRuns: Number(process.env.PLUME_FUZZ_CASES ?? 150) / 15 },
    )
  }, 600_000)
})
