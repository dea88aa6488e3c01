import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestSpPitch, readSpFrame, shortestSpPitch, unpackPitches } from './sp-frame.ts'
import { randomFrame, seededRandom } from './testing/random-frames.ts'

const packed = fc.integer({ min: 0, max: 2 ** 24 - 1 })

test('every number of 24 bits is four pitches in the range', () => {
  fc.assert(
    fc.property(packed, (number) => {
      const pitches = unpackPitches(number)
      expect(pitches).toHaveLength(4)
      expect(Math.min(...pitches)).toBeGreaterThanOrEqual(shortestSpPitch)
      expect(Math.max(...pitches)).toBeLessThanOrEqual(longestSpPitch)
    }),
    { numRuns: 2000 },
  )
})

test('a pitch follows the one before by 23 down to 24 up, and at the borders by more to one side', () => {
  const steps = (low: number, middle: number, high: number) =>
    low + 151 * (middle + 48 * (high + 48 * 0))
  expect(unpackPitches(steps(64, 23, 47))).toEqual([100, 100, 124, 101])
  expect(unpackPitches(steps(0, 0, 47))).toEqual([36, 36, 83, 60])
  expect(unpackPitches(steps(150, 47, 0))).toEqual([186, 186, 139, 116])
})

test('what is too much for three steps counts as the highest last step', () => {
  const highest = 151 * 48 ** 3 - 1
  expect(unpackPitches(highest)).toEqual([186, 186, 186, 186])
  expect(unpackPitches(highest + 151)[3]).toBe(unpackPitches(150 + 151 * 47 * 48 ** 2)[3])
})

test('reads the 41 bytes to the last bit', () => {
  const frame = randomFrame(seededRandom(4), 0)
  const before = readSpFrame(frame)
  frame[40] = (frame[40] ?? 0) ^ 1
  expect(readSpFrame(frame)).not.toEqual(before)
})
