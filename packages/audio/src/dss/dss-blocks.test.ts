import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BlockMode, createBlockReader, describeBlock } from './dss-blocks.ts'
import { packBlocks, pauseBlock, type Stretch } from './testing/pack-dss.ts'
import { randomFrames, seededRandom } from './testing/random-frames.ts'

const random = seededRandom(7)
const aFrame = (mode: BlockMode, count: number) => randomFrames(random, mode, count)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** What comes out: frames as hexadecimal numbers, and `|` where they do not follow. */
function read(blocks: readonly Uint8Array[]) {
  const events: string[] = []
  const reader = createBlockReader({
    frame: (frame) => events.push(hex(frame)),
    interruption: () => events.push('|'),
  })
  for (const block of blocks) reader.push(block)
  return { events, ...reader.counts }
}

const readStretches = (...stretches: Stretch[]) => read(stretches.flatMap(packBlocks))
const undisturbed = { cuts: 0, framingDamage: 0, skippedBlocks: 0 }

describe.each([0, 6, 7] as const)('in mode %d', (mode) => {
  test('frames run across the blocks', () => {
    const frames = aFrame(mode, 100)
    const result = readStretches({ mode, frames })
    expect(result).toMatchObject({ ...undisturbed, frames: 100 })
    expect(result.events.slice(0, 100)).toEqual(frames.map(hex))
  })

  test('a pause ends what went before', () => {
    const [before, after] = [aFrame(mode, 40), aFrame(mode, 30)]
    const result = readStretches({ mode, frames: before, thenPause: true }, { mode, frames: after })
    expect(result).toMatchObject({ ...undisturbed, frames: 70 })
    const expected = [...before.map(hex), '|', ...after.map(hex)]
    expect(result.events.slice(0, 71)).toEqual(expected)
  })

  test('several pauses in a row are one', () => {
    const [before, after] = [aFrame(mode, 9), aFrame(mode, 9)]
    const pauses = [pauseBlock(mode), pauseBlock(mode), pauseBlock(mode)]
    const result = read([
      ...packBlocks({ mode, frames: before, thenCut: true }),
      ...pauses,
      ...packBlocks({ mode, frames: after, thenCut: true }),
    ])
    expect(result).toMatchObject({ pauses: 1, frames: 18 })
  })

  test.each([2, 12, 24, 200])('after a cut, %d bytes belong to nothing', (orphanBytes) => {
    const [before, after] = [aFrame(mode, 60), aFrame(mode, 30)]
    const result = readStretches(
      { mode, frames: before, thenCut: true },
      { mode, frames: after, orphanBytes },
    )
    expect(result).toMatchObject({ cuts: 1, framingDamage: 0 })
    const cut = result.events.indexOf('|')
    // The frame that ran into the next block may be gone.
    expect(cut).toBeGreaterThanOrEqual(59)
    expect(result.events.slice(0, cut)).toEqual(before.slice(0, cut).map(hex))
    expect(result.events.slice(cut + 1, cut + 31)).toEqual(after.map(hex))
  })

  test('a recording that stops early in a block does not run on into the next', () => {
    const [before, after] = [aFrame(mode, 3), aFrame(mode, 5)]
    const result = readStretches({ mode, frames: before }, { mode, frames: after })
    expect(result).toMatchObject({ cuts: 1, pauses: 0, framingDamage: 0 })
    expect(result.events).toEqual([...before.map(hex), '|', ...after.map(hex)])
  })

  test('more frames than there is room for are no frames', () => {
    const frames = aFrame(mode, 60)
    const blocks = packBlocks({ mode, frames })
    blocks[1]?.set([200], 2)
    const result = read(blocks)
    expect(result.framingDamage).toBeGreaterThan(0)
    expect(result.events.slice(0, 60)).toEqual(frames.map(hex))
  })

  test('what is no block is left out and counted', () => {
    const [first, second] = [aFrame(mode, 40), aFrame(mode, 40)]
    const result = read([
      ...packBlocks({ mode, frames: first, thenPause: true }),
      new Uint8Array(512),
      ...packBlocks({ mode, frames: second }),
    ])
    expect(result).toMatchObject({ frames: 80, framingDamage: 1, skippedBlocks: 1 })
  })

  test('a frame is not put together across what is no block', () => {
    const frames = aFrame(mode, 60)
    const [first = new Uint8Array(0), ...rest] = packBlocks({ mode, frames })
    const result = read([first, new Uint8Array(512), ...rest])
    expect(result).toMatchObject({ cuts: 1, frames: 59 })
    expect(frames.map(hex)).toEqual(expect.arrayContaining(result.events.filter((e) => e !== '|')))
  })

  test('frames that begin before their block begin with it, and that is damage', () => {
    const frames = aFrame(mode, 9)
    const blocks = packBlocks({ mode, frames, thenCut: true })
    blocks[0]?.set([0], 1)
    const result = read(blocks)
    expect(result.framingDamage).toBe(1)
    expect(result.events.slice(0, 9)).toEqual(frames.map(hex))
  })

  test('what is no block is only padding at the end', () => {
    const blocks = packBlocks({ mode, frames: aFrame(mode, 40) })
    const result = read([...blocks, new Uint8Array(512), new Uint8Array(512)])
    expect(result).toMatchObject({ framingDamage: 0, skippedBlocks: 2 })
  })
})

test('a cut may leave the first frame of Standard Play in the middle of a word', () => {
  const [before, after] = [aFrame(0, 24), aFrame(0, 30)]
  const result = readStretches(
    { mode: 0, frames: before, thenCut: true },
    { mode: 0, frames: after, orphanBytes: 7 },
  )
  expect(result.cuts).toBe(1)
  expect(result.events.slice(-31)).toEqual(['|', ...after.map(hex)])
})

test('blocks of whole frames only, as Grundig writes them, run on without a cut', () => {
  const frames = aFrame(0, 31)
  const result = readStretches({ mode: 0, frames, wholeFramesOnly: true })
  expect(result).toMatchObject({ ...undisturbed, pauses: 0, frames: 31 })
  expect(result.events).toEqual(frames.map(hex))
})

test('the count of a block after a cut may be too high, as recorders write it', () => {
  const blocks = [
    ...packBlocks({ mode: 6, frames: aFrame(6, 9), thenCut: true }),
    ...packBlocks({ mode: 6, frames: aFrame(6, 18), orphanBytes: 2 }),
  ]
  blocks[1]?.set([19], 2)
  expect(read(blocks)).toMatchObject({ cuts: 1, framingDamage: 0 })
})

test.each([
  [0, 'frames'],
  [1, 'unknown'],
  [2, 'g723.1'],
  [3, 'g723.1'],
  [5, 'g723.1'],
  [6, 'frames'],
  [7, 'frames'],
  [8, 'unknown'],
])('mode %d is %s', (mode, is) => {
  expect(describeBlock(Uint8Array.of(0x0f, 3, 9, 0xff, mode, 0xff))).toEqual({ is, mode })
})

test('any stretches, between which there are pauses, give their frames back', () => {
  const stretch = fc.record({
    mode: fc.constantFrom<BlockMode>(0, 6, 7),
    count: fc.integer({ min: 1, max: 60 }),
    orphanWords: fc.integer({ min: 0, max: 150 }),
  })
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 6 }), fc.integer(), (parts, seed) => {
      const stretches = parts.map(({ mode, count, orphanWords }) => ({
        mode,
        frames: randomFrames(seededRandom(seed), mode, count),
        orphanBytes: orphanWords * 2,
        thenPause: true,
      }))
      const result = readStretches(...stretches)
      const frames = result.events.filter((event) => event !== '|')
      expect(frames).toEqual(stretches.flatMap((each) => each.frames.map(hex)))
      expect(result).toMatchObject({ ...undisturbed, pauses: parts.length })
    }),
  )
})
