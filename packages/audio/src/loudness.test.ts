import { describe, expect, test } from 'vitest'
import { createLoudnessMeter } from './loudness.ts'

function measure(samples: Float32Array, pieceLength = samples.length) {
  const meter = createLoudnessMeter()
  for (let at = 0; at < samples.length; at += pieceLength) {
    meter.measure(samples.subarray(at, at + pieceLength))
  }
  return meter.finish()
}

/** Silence with one click in it. */
function clickAt(position: number, length: number, level = 0.5): Float32Array {
  const samples = new Float32Array(length)
  samples[Math.floor(position * length)] = level
  return samples
}

describe('the outline', () => {
  test.each([
    ['a tenth of a second', 1600, 10],
    ['ten seconds', 160_000, 1000],
    ['ten minutes', 9_600_000, 1000],
  ])('of %s has at most 1000 peaks and shows a click where it is', (_name, length, count) => {
    const { peaks } = measure(clickAt(0.7, length))
    expect(peaks.length).toBe(count)
    const loudest = peaks.indexOf(Math.max(...peaks))
    expect(Math.abs(loudest / count - 0.7)).toBeLessThan(0.011)
    expect(peaks[loudest]).toBe(0.5)
  })

  test('does not depend on the pieces it came in', () => {
    const samples = Float32Array.from({ length: 50_000 }, (_, n) => Math.sin(n * n * 1e-5))
    expect(measure(samples, 777)).toEqual(measure(samples))
  })

  test('of nothing is empty', () => {
    expect(measure(new Float32Array(0))).toEqual({ peaks: [], silent: true })
  })
})

test.each([
  [0.0009, true],
  [0.0011, false],
])('a recording whose loudest sample is %d counts as silent: %s', (level, silent) => {
  expect(measure(clickAt(0.5, 16_000, level)).silent).toBe(silent)
})
