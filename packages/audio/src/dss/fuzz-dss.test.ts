import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDssDecoder, dssHeadBytes } from './decode-dss.ts'
import { type BlockMode, blockBytes, payloadBytes } from './dss-blocks.ts'
import { type PackedHeader, packDss } from './testing/pack-dss.ts'
import { randomFrames, seededRandom } from './testing/random-frames.ts'

const numRuns = Number(process.env.PLUME_FUZZ_CASES ?? 500)
const timeout = 60_000 + numRuns * 50

const password = '1234'
const shapes: readonly (PackedHeader & { readonly mode: BlockMode })[] = [
  { mode: 6 },
  { mode: 7 },
  { mode: 0 },
  { mode: 6, encryption: { mode: 'aes-256', password } },
  { mode: 7, blocks: 7, deviceTag: 'GR/PH9607_000000' },
  { mode: 0, magic: 'dss' },
  { mode: 0, magic: 'dss', blocks: 6, deviceTag: 'GR/PH9607_000000' },
]

const files = shapes.map(({ mode, ...header }, seed) =>
  packDss(header, [
    { mode, frames: randomFrames(seededRandom(seed), mode, 30), thenPause: true },
    { mode, frames: randomFrames(seededRandom(seed + 100), mode, 20), thenCut: true },
    { mode, frames: randomFrames(seededRandom(seed + 200), mode, 25), orphanBytes: 10 },
  ]),
)

/** The shortest frame has 12 bytes; one more may begin in the block's last bytes. */
const mostFramesInABlock = Math.floor(payloadBytes / 12) + 1
/** Of 24 ms at 16 kHz, and what a resampler holds back. */
const mostSamplesInAFrame = 400

function decodeWithin(file: Uint8Array, chunkBytes: number): void {
  const decoder = createDssDecoder(file.subarray(0, dssHeadBytes), { password })
  if ('refused' in decoder) return
  let samples = 0
  for (let at = 0; at < file.length; at += chunkBytes) {
    samples += decoder.push(file.subarray(at, at + chunkBytes)).length
  }
  samples += decoder.end().length
  const blocks = Math.floor(file.length / blockBytes)
  const { frames, damagedFrames, decodedMs } = decoder.facts()
  expect(frames).toBeLessThanOrEqual(blocks * mostFramesInABlock)
  expect(samples).toBeLessThanOrEqual((frames + 1) * mostSamplesInAFrame)
  expect(damagedFrames).toBeLessThanOrEqual(frames)
  expect(Number.isFinite(decodedMs)).toBe(true)
}

const aFile = fc.constantFrom(...files)
const chunk = fc.integer({ min: 1, max: 3000 })
const mutation = fc.record({
  at: fc.nat(1_000_000),
  /** Blocks' own six bytes and the header matter more than what they hold. */
  where: fc.constantFrom('header', 'block head', 'anywhere'),
  to: fc.integer({ min: 0, max: 255 }),
})

function mutate(
  file: Uint8Array,
  { at, where, to }: { readonly at: number; readonly where: string; readonly to: number },
): void {
  const headerBytes = (file[0] ?? 0) * blockBytes || 1
  const block = Math.floor(at / 6) % Math.max(1, file.length / blockBytes)
  if (where === 'header') file[at % headerBytes] = to
  else if (where === 'block head') file[Math.floor(block) * blockBytes + (at % 6)] = to
  else file[at % file.length] = to
}

test(
  'no byte that is changed makes it fail, hang or invent sound',
  () => {
    const property = fc.property(
      aFile,
      fc.array(mutation, { minLength: 1, maxLength: 40 }),
      chunk,
      (file, mutations, chunkBytes) => {
        const damaged = Uint8Array.from(file)
        for (const each of mutations) mutate(damaged, each)
        decodeWithin(damaged, chunkBytes)
      },
    )
    fc.assert(property, { numRuns })
  },
  timeout,
)

test(
  'no end that is missing makes it fail, hang or invent sound',
  () => {
    const property = fc.property(
      aFile,
      fc.nat(200_000),
      fc.boolean(),
      chunk,
      (file, cut, whole, chunkBytes) => {
        const kept = cut % file.length
        decodeWithin(file.subarray(0, whole ? kept - (kept % blockBytes) : kept), chunkBytes)
      },
    )
    fc.assert(property, { numRuns })
  },
  timeout,
)

test(
  'no bytes at all behind a header make it fail, hang or invent sound',
  () => {
    const noise = fc.uint8Array({ minLength: 0, maxLength: 6 * blockBytes })
    const property = fc.property(
      fc.constantFrom(...shapes),
      noise,
      chunk,
      (shape, bytes, chunkBytes) => {
        const blocks = Uint8Array.from(bytes)
        // Without these, hardly any block would count as one.
        for (let at = 0; at + 6 <= blocks.length; at += blockBytes) {
          blocks.set([0xff, shape.mode, 0xff], at + 3)
        }
        decodeWithin(Buffer.concat([packDss(shape, []), blocks]), chunkBytes)
      },
    )
    fc.assert(property, { numRuns })
  },
  timeout,
)
