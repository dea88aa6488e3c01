import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createDs2Qp7Decoder, createDs2QpDecoder } from './ds2-qp.ts'
import type { BlockMode } from './dss-blocks.ts'
import type { FrameDecoder } from './frame-decoder.ts'
import { randomFrames, seededRandom } from './testing/random-frames.ts'

type Kind = { readonly mode: BlockMode; readonly create: () => FrameDecoder; readonly hash: string }
const kinds: readonly Kind[] = [
  {
    mode: 6,
    create: createDs2QpDecoder,
    hash: '8b4086fd8221d1c4e84dbd6dbc26eea390cfc3260265462118f9a0b5460c787f',
  },
  {
    mode: 7,
    create: createDs2Qp7Decoder,
    hash: '7bcac89eee1c11f320241ea773d6d8fe37c491edf3db3e39463ccb33509963e8',
  },
]

const decodeAll = (decoder: FrameDecoder, frames: readonly Uint8Array[]) =>
  frames.map((frame) => Array.from(decoder.decode(frame)))

describe.each(kinds)('mode $mode', ({ mode, create, hash }) => {
  const frames = randomFrames(seededRandom(mode), mode, 50)

  test('decodes frames as it always did', () => {
    const pcm = Int16Array.from(decodeAll(create(), frames).flat())
    expect(createHash('sha256').update(pcm).digest('hex')).toBe(hash)
  })

  test('gives 16 ms of sound for each frame', () => {
    const decoder = create()
    const lengths = new Set(decodeAll(decoder, frames).map((pcm) => pcm.length))
    expect([...lengths]).toEqual([(16 * decoder.sampleRateHz) / 1000])
    expect(decoder.damagedFrames).toBe(0)
  })

  test('is like new after a reset', () => {
    const decoder = create()
    decodeAll(decoder, frames)
    expect(decodeAll(decoder, frames)).not.toEqual(decodeAll(create(), frames))
    decoder.reset()
    expect(decodeAll(decoder, frames)).toEqual(decodeAll(create(), frames))
  })

  test('counts a frame with impossible pulses, and goes on', () => {
    const decoder = create()
    decodeAll(decoder, [new Uint8Array(56).fill(0xff), ...frames])
    expect(decoder.damagedFrames).toBe(1)
  })

  test('finds its way back from frames that make the sound grow without end', () => {
    const decoder = create()
    const loud = growingFrame(mode)
    decodeAll(decoder, Array<Uint8Array>(2000).fill(loud))
    expect(decoder.damagedFrames).toBeGreaterThan(0)
    expect(decoder.damagedFrames).toBeLessThan(2000)
    const damagedBefore = decoder.damagedFrames
    decodeAll(decoder, frames)
    expect(decoder.damagedFrames - damagedBefore).toBeLessThanOrEqual(1)
  })
})

/** All subframes: each as long as its pitch, gain 1.999, pulses at 10 to 0 with the highest gain. */
function growingFrame(mode: BlockMode): Uint8Array {
  const subframe = `00010011${'1'.repeat(6)}${'0'.repeat(40)}${'1'.repeat(6)}${'1'.repeat(33)}`
  const reflections = [7, 7, 6, 6, 5, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, mode === 7 ? 2 : 3]
  const middle = reflections.map((bits) => '1'.padEnd(bits, '0')).join('')
  const bits = `${mode === 7 ? '1' : ''}${middle}${subframe.repeat(4)}`
  return Uint8Array.from({ length: 56 }, (_, n) => Number.parseInt(bits.slice(n * 8, n * 8 + 8), 2))
}

test('cuts samples at the loudest that 16 bits hold, without turning them over', () => {
  const decoder = createDs2QpDecoder()
  const samples = decodeAll(decoder, Array<Uint8Array>(6).fill(growingFrame(6))).flat()
  expect(Math.max(...samples)).toBe(32767)
  const jumps = samples.filter((value, n) => value === -32768 && samples[n - 1] === 32767)
  expect(jumps.length).toBeLessThan(samples.length / 10)
})

test('a short frame is noise that is quieter than its neighbours’ speech', () => {
  const random = seededRandom(3)
  const short = randomFrames(random, 7, 40).filter((frame) => frame.length === 12)
  const pcm = decodeAll(createDs2Qp7Decoder(), short).flat()
  expect(pcm.some((sample) => sample !== 0)).toBe(true)
  expect(Math.max(...pcm.map(Math.abs))).toBeLessThan(5000)
})
