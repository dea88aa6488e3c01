import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeByWasm } from './decode-by-wasm.ts'
import type { WasmFormat } from './stream-decoder.ts'
import { packFlac } from './testing/pack-flac.ts'
import { packOggOpus, withOutputGain } from './testing/pack-ogg-opus.ts'
import { toneFlac, toneMp3, toneOpus } from './testing/tiny-recordings.ts'

let folder: string
let outputs: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-wasm-'))
  outputs = await mkdtemp(join(folder, 'out-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function decode(format: WasmFormat, bytes: Uint8Array, signal?: AbortSignal) {
  const inputPath = join(folder, 'recording')
  const outputPath = join(outputs, 'decoded.wav')
  await writeFile(inputPath, bytes)
  await rm(outputPath, { force: true })
  return decodeByWasm({
    inputPath,
    outputPath,
    format,
    container: format,
    maxDurationMs: 4 * 3_600_000,
    ...(signal ? { signal } : {}),
  })
}

async function samples(): Promise<Int16Array> {
  const wav = await readFile(join(outputs, 'decoded.wav'))
  return new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + wav.length))
}

function loudest(sound: Int16Array): number {
  return sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
}

const voice = { frames: 4, samplesPerFrame: 4000, sampleRateHz: 16_000, levels: [1000] }
/** Two bytes hold 120 ms: 64 KB of them would be more than half an hour. */
const silentOpus = packOggOpus({ channels: 2 }, 20 * 255)
const silentFlac = packFlac({
  frames: 500,
  samplesPerFrame: 65_535,
  sampleRateHz: 16_000,
  levels: Array(8).fill(0),
})

test('several channels become their mean', async () => {
  const bytes = packFlac({ ...voice, levels: [3000, -1000, 1000] })
  expect((await decode('flac', bytes))?.facts).toMatchObject({ channels: 3, durationMs: 1000 })
  expect(new Set(await samples())).toEqual(new Set([1000]))
})

test.each([
  [1, null],
  [3999, null],
  [4000, 4000],
  [192_000, 192_000],
  [192_010, null],
  [655_350, null],
])('FLAC at %i Hz: a voice is recorded at 4 to 192 kHz', async (sampleRateHz, expected) => {
  const decoded = await decode('flac', packFlac({ ...voice, sampleRateHz }))
  expect(decoded?.facts.sampleRateHz ?? null).toBe(expected)
})

test('Opus of eight channels is decoded', async () => {
  const decoded = await decode('ogg-opus', packOggOpus({ channels: 8 }, 20))
  expect(decoded?.facts).toMatchObject({ channels: 8, possiblyTruncated: false })
})

test.each([9, 64, 255])('Opus of %i channels is no dictation', async (channels) => {
  expect(await decode('ogg-opus', packOggOpus({ channels }, 20))).toBeNull()
  expect(await readdir(outputs)).toEqual([])
})

test('the gain in the header of Opus is applied', async () => {
  await decode('ogg-opus', toneOpus)
  const asRecorded = loudest(await samples())
  await decode('ogg-opus', withOutputGain(toneOpus, -6 * 256))
  expect(loudest(await samples()) / asRecorded).toBeCloseTo(10 ** (-6 / 20), 2)
})

test('Opus files behind each other are decoded to the last sample', async () => {
  await decode('ogg-opus', toneOpus)
  const once = await samples()
  const decoded = await decode('ogg-opus', Buffer.concat([toneOpus, toneOpus, toneOpus]))
  expect(decoded?.facts).toMatchObject({ durationMs: 1500, possiblyTruncated: false })
  const thrice = await samples()
  expect(thrice).toHaveLength(3 * once.length)
  // Away from the seams, where one resampler goes on through all three.
  expect(thrice.slice(16_400, 23_600)).toEqual(once.slice(400, 7600))
})

test.each([
  ['mp3', toneMp3],
  ['flac', toneFlac],
  ['ogg-opus', toneOpus],
] as const)(
  '%s cut anywhere keeps what came before, and never claims more',
  async (format, bytes) => {
    for (let tenth = 1; tenth < 10; tenth += 1) {
      const decoded = await decode(
        format,
        bytes.subarray(0, Math.floor((bytes.length * tenth) / 10)),
      )
      if (!decoded) continue
      expect(decoded.facts.durationMs).toBeLessThanOrEqual(500)
      expect(decoded.facts.possiblyTruncated || decoded.facts.durationMs > 390).toBe(true)
    }
  },
  120_000,
)

test.each([
  ['flac', silentFlac],
  ['ogg-opus', silentOpus],
] as const)(
  'half an hour of silence in a few KB of %s needs no gigabyte',
  async (format, bytes) => {
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss)
    }, 10)
    try {
      const decoded = await decode(format, bytes)
      expect(decoded?.facts.durationMs).toBeGreaterThan(600_000)
    } finally {
      clearInterval(watch)
    }
    expect((most - before) / 1e6).toBeLessThan(700)
  },
  120_000,
)

test('what breaks the decoder takes away nothing that came before', async () => {
  // A second stream of a number of channels that is refused by throwing.
  const bytes = Buffer.concat([toneOpus, packOggOpus({ channels: 64 }, 20)])
  const decoded = await decode('ogg-opus', bytes)
  expect(decoded?.facts).toMatchObject({ durationMs: 500, possiblyTruncated: true })
})

test('stops in the middle of a recording', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(new Error('enough')), 1000)
  const long = packOggOpus({ channels: 2 }, 400 * 255)
  await expect(decode('ogg-opus', long, stop.signal)).rejects.toThrow('enough')
  expect(await readdir(outputs)).toEqual([])
}, 120_000)
