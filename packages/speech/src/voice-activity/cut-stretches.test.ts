import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutStretches } from './cut-stretches.ts'
import { frameMs } from './loudness-envelope.ts'

/** A minute of a room in which somebody speaks, but for the tenths of a second that begin at these seconds. */
function loudBut(...quietAtSeconds: readonly number[]): Float32Array {
  const levels = new Float32Array(60_000 / frameMs).fill(-30)
  for (const at of quietAtSeconds) levels.fill(-80, at * 100, at * 100 + 10)
  return levels
}

test('a recording of up to one stretch is not cut', () => {
  expect(cutStretches(loudBut(), 60_000)).toEqual([{ startMs: 0, endMs: 60_000 }])
  expect(cutStretches(new Float32Array(0), 60_000)).toEqual([{ startMs: 0, endMs: 0 }])
})

test('a border lies where it is quiet, near its place', () => {
  expect(cutStretches(loudBut(5, 32, 55), 30_000)).toEqual([
    { startMs: 0, endMs: 32_050 },
    { startMs: 32_050, endMs: 60_000 },
  ])
})

test('where it is loud all the time there are borders all the same', () => {
  const stretches = cutStretches(loudBut(), 15_000)
  expect(stretches).toHaveLength(4)
  for (const { startMs, endMs } of stretches) expect(endMs - startMs).toBeLessThan(18_000)
})

test('whatever the sound, stretches are all of the recording, in order', () => {
  const recording = fc.property(
    fc.integer({ min: 0, max: 3000 }),
    fc.integer({ min: 1000, max: 20_000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    (frames, longestMs, phase) => {
      const levels = Float32Array.from({ length: frames }, (_, n) => -60 * Math.sin(n * phase) ** 2)
      const stretches = cutStretches(levels, longestMs)
      expect(stretches[0]?.startMs).toBe(0)
      expect(stretches.at(-1)?.endMs).toBe(frames * frameMs)
      for (const [index, { startMs, endMs }] of stretches.entries()) {
        if (index > 0) expect(startMs).toBe(stretches[index - 1]?.endMs)
        if (frames > 0) expect(endMs).toBeGreaterThan(startMs)
        expect(endMs - startMs).toBeLessThanOrEqual(longestMs * 1.2)
      }
    },
  )
  fc.assert(recording)
})
