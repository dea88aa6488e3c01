import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDssDecoder, type DssDecoder, dssHeadBytes } from './decode-dss.ts'
import { createDs2QpDecoder } from './ds2-qp.ts'
import type { BlockMode } from './dss-blocks.ts'
import {
  assemble,
  type PackedHeader,
  packBlocks,
  packDss,
  type Stretch,
} from './testing/pack-dss.ts'
import { randomFrames, seededRandom } from './testing/random-frames.ts'

function open(file: Uint8Array, password?: string): DssDecoder {
  const options = password === undefined ? {} : { password }
  const decoder = createDssDecoder(file.subarray(0, dssHeadBytes), options)
  if ('refused' in decoder) throw new Error(decoder.refused)
  return decoder
}

function decode(file: Uint8Array, password?: string) {
  const decoder = open(file, password)
  const pcm = [...decoder.push(file), ...decoder.end()]
  return { pcm, facts: decoder.facts() }
}

const sha256 = (pcm: readonly number[]) =>
  createHash('sha256').update(Int16Array.from(pcm)).digest('hex')

const framesOf = (mode: BlockMode, count: number, seed = 1) =>
  randomFrames(seededRandom(seed), mode, count)

/** A pause, a cut, and a start in the middle of a block. */
const eventful = (mode: BlockMode): readonly Stretch[] => [
  { mode, frames: framesOf(mode, 50, 1), thenPause: true },
  { mode, frames: framesOf(mode, 31, 2), thenCut: true },
  { mode, frames: framesOf(mode, 44, 3), orphanBytes: 24 },
]

type Kind = { readonly name: string; readonly header: PackedHeader; readonly mode: BlockMode } & {
  readonly hash: string
}
const kinds: readonly Kind[] = [
  {
    name: 'ds2-qp',
    header: {},
    mode: 6,
    hash: 'd3cf4abdf45e598d68ad48195b766742d33a3250fc42726d0c05ff529d2e328b',
  },
  {
    name: 'ds2-qp7',
    header: {},
    mode: 7,
    hash: '124f600985a5ff1cbba435eb812de757157624393e07770a96f19f6650785d96',
  },
  {
    name: 'ds2-sp',
    header: {},
    mode: 0,
    hash: '856162b0815fa75a83bb09af7eac9114f90a0e71233c9d88c1962c6c37a2a59f',
  },
  {
    name: 'dss-sp',
    header: { magic: 'dss', blocks: 2 },
    mode: 0,
    hash: 'b90fb1fcc979164fb6d4d55cdca25d3e9d21f4b70af86ec24f38f2d66b1d6f38',
  },
  {
    name: 'grundig-sp',
    header: { magic: 'dss', blocks: 6, deviceTag: 'GR/PH9607_000000' },
    mode: 0,
    hash: 'd48c521f67375bae0f0e63f3a7e63a42e5679c4b2691d4c1b5c241f09c719084',
  },
]

describe.each(kinds)('$name', ({ name, header, mode, hash }) => {
  const file = packDss(header, eventful(mode))

  test('decodes a file as it always did', () => {
    const { pcm, facts } = decode(file)
    expect(facts).toMatchObject({ codec: name, damagedFrames: 0, framingDamage: 0 })
    expect(facts).toMatchObject({ pauses: 1, cuts: 1, unsupportedMode: null, stopped: false })
    expect(facts.decodedMs).toBe(Math.round((pcm.length / (facts.sampleRateHz ?? 0)) * 1000))
    expect(sha256(pcm)).toBe(hash)
  })

  test('gives the same sound however the file comes in', () => {
    const whole = decode(file)
    const cuts = fc.array(fc.integer({ min: 0, max: file.length }), { maxLength: 12 })
    fc.assert(
      fc.property(cuts, (borders) => {
        const sorted = [0, ...borders.sort((a, b) => a - b), file.length]
        const decoder = open(file)
        const pcm = sorted.flatMap((border, n) => [
          ...decoder.push(file.subarray(sorted[n - 1] ?? 0, border)),
        ])
        pcm.push(...decoder.end())
        expect(pcm).toEqual(whole.pcm)
        expect(decoder.facts()).toEqual(whole.facts)
      }),
      { numRuns: 25 },
    )
  })

  test('after a pause and after a cut it is as at the beginning of a file', () => {
    for (const then of [{ thenPause: true }, { thenCut: true }]) {
      // Whole blocks: at the cut, nothing is lost. 24 bytes belong to nothing.
      const before = { mode, frames: framesOf(mode, 9, 5), ...then }
      const after = { mode, frames: framesOf(mode, 20, 6), orphanBytes: 24 }
      const both = decode(packDss(header, [before, after])).pcm
      const alone = decode(packDss(header, [after])).pcm
      expect(both.slice(-alone.length)).toEqual(alone)
    }
  })
})

test.each([
  ['aes-128', '1234'],
  ['aes-256', 'Pa55word-16bytes'],
] as const)('decodes a file encrypted with %s as it decodes the plain one', (mode, password) => {
  const encrypted = packDss({ encryption: { mode, password } }, eventful(6))
  expect(decode(encrypted, password)).toEqual(decode(packDss({}, eventful(6))))
})

describe('refuses', () => {
  const encrypted = packDss({ encryption: { mode: 'aes-128', password: '1234' } }, eventful(6))

  test('an encrypted file without a password', () => {
    expect(createDssDecoder(encrypted)).toEqual({ refused: 'needs-password' })
    expect(createDssDecoder(encrypted, { password: '' })).toEqual({ refused: 'needs-password' })
  })

  test('a wrong password', () => {
    const refusal = createDssDecoder(encrypted, { password: '4321' })
    expect(refusal).toEqual({ refused: 'wrong-password' })
  })

  test('an encryption that nobody described', () => {
    const strange = Uint8Array.from(encrypted)
    strange[0x146] = 9
    expect(createDssDecoder(strange, { password: '1234' })).toEqual({ refused: 'needs-decoder' })
  })

  test('what is no such file', () => {
    expect(createDssDecoder(Buffer.from('RIFF....WAVE'))).toEqual({ refused: 'not-dss' })
    expect(createDssDecoder(new Uint8Array(0))).toEqual({ refused: 'not-dss' })
  })

  test.each([2, 3, 5])('G.723.1, which is mode %d', (mode) => {
    const blocks = packBlocks({ mode: 6, frames: framesOf(6, 20) })
    for (const block of blocks) block[4] = mode
    expect(createDssDecoder(assemble({}, blocks))).toEqual({ refused: 'needs-decoder' })
  })
})

test('looks for the first block that is one, to know whether it has the codec', () => {
  const blocks = packBlocks({ mode: 6, frames: framesOf(6, 20) })
  for (const block of blocks) block[4] = 2
  const file = assemble({}, [new Uint8Array(512), ...blocks])
  expect(createDssDecoder(file)).toEqual({ refused: 'needs-decoder' })
})

test('stops, and says so, where a file goes on in a codec that it has not', () => {
  const before = packBlocks({ mode: 6, frames: framesOf(6, 9), thenCut: true })
  const foreign = packBlocks({ mode: 6, frames: framesOf(6, 9), thenCut: true })
  foreign[0]?.set([2], 4)
  const { pcm, facts } = decode(assemble({}, [...before, ...foreign, ...before]))
  expect(facts).toMatchObject({ unsupportedMode: 2, stopped: true, frames: 9, framingDamage: 0 })
  expect(pcm).toHaveLength(9 * 256)
})

test('leaves a block of unknown mode out, says so, and goes on', () => {
  const block = packBlocks({ mode: 6, frames: framesOf(6, 9), thenCut: true })
  const unknown = block.map((bytes) => Uint8Array.from(bytes))
  unknown[0]?.set([1], 4)
  const { facts } = decode(assemble({}, [...block, ...unknown, ...block]))
  expect(facts).toMatchObject({ unsupportedMode: 1, stopped: false, frames: 18, skippedBlocks: 1 })
})

test('changes the decoder where the mode changes', () => {
  const impossible = new Uint8Array(56).fill(0xff)
  const [first, second] = [[...framesOf(6, 17, 1), impossible], framesOf(7, 30, 2)]
  const { pcm, facts } = decode(
    packDss({}, [
      { mode: 6, frames: first, thenPause: true },
      { mode: 7, frames: second },
    ]),
  )
  const decoder = createDs2QpDecoder()
  expect(pcm.slice(0, 18 * 256)).toEqual(first.flatMap((frame) => [...decoder.decode(frame)]))
  expect(pcm).toHaveLength(48 * 256)
  expect(facts).toMatchObject({ codec: 'ds2-qp7', unsupportedMode: null, damagedFrames: 1 })
})

test('stops where the sound would go on at another rate', () => {
  const { pcm, facts } = decode(
    packDss({}, [
      { mode: 0, frames: framesOf(0, 20), thenPause: true },
      { mode: 6, frames: framesOf(6, 9), thenPause: true },
      { mode: 0, frames: framesOf(0, 20) },
    ]),
  )
  expect(facts).toMatchObject({ unsupportedMode: 6, stopped: true, frames: 20, codec: 'ds2-sp' })
  expect(pcm).toHaveLength(20 * 288)
})

test.each([
  ['ds2', 3, null, 'ds2-sp'],
  ['ds2', 7, 'GR/PH9607_000000', 'ds2-sp'],
  ['dss', 6, null, 'grundig-sp'],
  ['dss', 7, null, 'grundig-sp'],
  ['dss', 2, null, 'dss-sp'],
  ['dss', 3, null, 'dss-sp'],
  ['dss', 8, 'GR/PH9607_000000', 'grundig-sp'],
] as const)(
  'Standard Play in %s with %d header blocks and the tag %s is %s',
  (magic, blocks, tag, codec) => {
    const header = { magic, blocks, ...(tag && { deviceTag: tag }) }
    const { facts } = decode(packDss(header, [{ mode: 0, frames: framesOf(0, 12) }]))
    expect(facts).toMatchObject({ codec, frames: 12, damagedFrames: 0 })
  },
)

test('has no sound from a file that ends in its header', () => {
  const file = packDss({ blocks: 15 }, []).subarray(0, 1024)
  const { pcm, facts } = decode(file)
  expect(pcm).toEqual([])
  expect(facts).toMatchObject({ codec: null, frames: 0, decodedMs: 0 })
})

test('says whether the file stops in the middle of a frame', () => {
  const file = packDss({}, [{ mode: 6, frames: framesOf(6, 10), thenPause: true }])
  const endsInsideFrame = (bytes: Uint8Array) => decode(bytes).facts.endsInsideFrame
  expect(endsInsideFrame(file)).toBe(false)
  expect(endsInsideFrame(file.subarray(0, -512))).toBe(true)
  expect(endsInsideFrame(file.subarray(0, -100))).toBe(true)
})

test('counts frames with impossible pulses', () => {
  const frames = [...framesOf(6, 5), new Uint8Array(56).fill(0xff), ...framesOf(6, 5)]
  expect(decode(packDss({}, [{ mode: 6, frames }])).facts.damagedFrames).toBe(1)
})

/** Four hours take half a minute to decode: they run where the long fuzzing runs. */
const hours = process.env.PLUME_FUZZ_CASES ? 4 : 0.25

test(`remembers no more of ${hours} h than of one minute`, () => {
  const blocks = packBlocks({ mode: 6, frames: framesOf(6, 253), thenCut: true })
  const file = assemble({}, [])
  const decoder = open(file)
  decoder.push(file)
  function memoryAfter(minutes: number): number {
    while (decoder.facts().decodedMs < minutes * 60_000) {
      for (const block of blocks) decoder.push(block)
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const early = memoryAfter(1)
  const soundBytes = hours * 3600 * 16_000 * 2
  expect(memoryAfter(hours * 60) - early).toBeLessThan(soundBytes / 2)
  expect(decoder.facts()).toMatchObject({ cuts: 0, pauses: 0, damagedFrames: 0 })
}, 300_000)
