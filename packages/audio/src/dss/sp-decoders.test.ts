import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createDs2SpDecoder } from './ds2-sp.ts'
import { createDssSpDecoder } from './dss-sp.ts'
import type { FrameDecoder } from './frame-decoder.ts'
import { createGrundigSpDecoder } from './grundig-sp.ts'
import { randomFrames, seededRandom } from './testing/random-frames.ts'

type Kind = {
  readonly name: string
  readonly create: () => FrameDecoder
  readonly hash: string
  /** Then silence is only nearly so, for its rounding, and nothing grows out of bounds. */
  readonly wholeNumbers?: true
}
const kinds: readonly Kind[] = [
  {
    name: 'ds2-sp',
    create: createDs2SpDecoder,
    hash: '6fa088a98bbf4844857de0cef1fe67e7820de3ad64c7f1d5fe49a49f649f170b',
  },
  {
    name: 'dss-sp',
    create: createDssSpDecoder,
    hash: '9a728a89bbb833930bed3111f3492b6fdce6684164ffeee78b48f8a8738c19a9',
    wholeNumbers: true,
  },
  {
    name: 'grundig-sp',
    create: createGrundigSpDecoder,
    hash: '8302587174f4c0ed9c6a84ca657bd7dd617882e5141b9587574611d831aa556e',
  },
]

const decodeAll = (decoder: FrameDecoder, frames: readonly Uint8Array[]) =>
  frames.map((frame) => Array.from(decoder.decode(frame)))

describe.each(kinds)('$name', ({ name, create, hash, wholeNumbers }) => {
  const frames = randomFrames(seededRandom(1), 0, 50)

  test('decodes frames as it always did', () => {
    const pcm = Int16Array.from(decodeAll(create(), frames).flat())
    expect(createHash('sha256').update(pcm).digest('hex')).toBe(hash)
  })

  test('gives 24 ms of sound for each frame', () => {
    const decoder = create()
    expect(decoder.codec).toBe(name)
    const lengths = new Set(decodeAll(decoder, frames).map((pcm) => pcm.length))
    expect([...lengths]).toEqual([(24 * decoder.sampleRateHz) / 1000])
    expect(decoder.damagedFrames).toBe(0)
  })

  test('is like new after a reset', () => {
    const decoder = create()
    decodeAll(decoder, frames)
    expect(decodeAll(decoder, frames)).not.toEqual(decodeAll(create(), frames))
    decoder.reset()
    expect(decodeAll(decoder, frames)).toEqual(decodeAll(create(), frames))
  })

  test('is silent where pulses have no gain', () => {
    const silence = Array<Uint8Array>(5).fill(new Uint8Array(41))
    const loudest = Math.max(...decodeAll(create(), silence).flat().map(Math.abs))
    expect(loudest).toBeLessThanOrEqual(wholeNumbers ? 8 : 0)
  })

  test('counts a frame with impossible pulses, and goes on', () => {
    const decoder = create()
    decodeAll(decoder, [new Uint8Array(41).fill(0xff), ...frames])
    expect(decoder.damagedFrames).toBe(1)
  })

  test('finds its way back from frames that make the sound grow without end', () => {
    const decoder = create()
    const loud = decodeAll(decoder, Array<Uint8Array>(2000).fill(growingFrame)).flat()
    expect(Math.max(...loud.slice(0, 10_000))).toBe(32767)
    if (wholeNumbers) expect(decoder.damagedFrames).toBe(0)
    else expect(decoder.damagedFrames).toBeGreaterThan(0)
    expect(decoder.damagedFrames).toBeLessThan(2000)
    const damagedBefore = decoder.damagedFrames
    decodeAll(decoder, frames)
    expect(decoder.damagedFrames - damagedBefore).toBeLessThanOrEqual(1)
  })

  test('takes a frame that was cut short for one that ends in zeros', () => {
    const short = new Uint8Array(41)
    short.set(frames[0]?.subarray(0, 20) ?? [])
    expect(decodeAll(create(), [short.subarray(0, 20)])).toEqual(decodeAll(create(), [short]))
  })
})

/** All subframes: gain 2, the highest pulses at the last seven places, again and again every 36. */
const lastPlaces = (1_473_109_704 - 1).toString(2)
const growingFrame = frameOf(
  [5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3].map((bits) => '1'.padEnd(bits, '0')).join('') +
    `${'1'.repeat(5)}${lastPlaces}${'1'.repeat(6)}${'1'.repeat(21)}`.repeat(4) +
    '0'.repeat(24),
)

function frameOf(bits: string): Uint8Array {
  return Uint8Array.from({ length: 41 }, (_, n) => Number.parseInt(bits.slice(n * 8, n * 8 + 8), 2))
}
