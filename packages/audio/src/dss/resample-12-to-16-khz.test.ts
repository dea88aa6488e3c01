import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createResampler12To16Khz, roundToPcm } from './resample-12-to-16-khz.ts'

const delay = 200 / 48_000

function tone(hz: number, rate: number, from: number, count: number): readonly number[] {
  return Array.from(
    { length: count },
    (_, n) => 10_000 * Math.sin(2 * Math.PI * hz * (n / rate + from)),
  )
}

test.each([100, 1000, 3000, 5000])('a tone of %d Hz comes out as it went in, 4 ms later', (hz) => {
  const input = Int16Array.from(tone(hz, 12_000, 0, 3000), Math.round)
  const output = createResampler12To16Khz(3000).push(input)
  const settled = 200
  const expected = tone(hz, 16_000, -delay, 4000)
  for (let n = settled; n < 4000; n += 1) {
    expect(Math.abs((output[n] ?? 0) - (expected[n] ?? 0))).toBeLessThan(20)
  }
})

test('chunks make no difference', () => {
  const chunks = fc.array(fc.int16Array({ minLength: 12, maxLength: 12 }), { maxLength: 40 })
  fc.assert(
    fc.property(chunks, (parts) => {
      const all = parts.flatMap((part) => [...part])
      const small = createResampler12To16Khz(12)
      const inParts = parts.flatMap((part) => [...small.push(part)])
      expect(inParts).toEqual([...createResampler12To16Khz(all.length).push(Int16Array.from(all))])
    }),
  )
})

test('four samples come out for three', () => {
  expect(createResampler12To16Khz(288).push(new Int16Array(288))).toHaveLength(384)
})

test('the loudest square wave is cut, not turned over', () => {
  const square = Int16Array.from({ length: 600 }, (_, n) => (n % 60 < 30 ? 32767 : -32768))
  const output = [...createResampler12To16Khz(600).push(square)]
  expect(Math.max(...output)).toBe(32767)
  expect(Math.min(...output)).toBe(-32768)
  expect(output.filter((value, n) => value > 20_000 && (output[n - 1] ?? 0) < -20_000)).toEqual([])
})

test('halves are rounded up, and the loudest is the loudest', () => {
  expect([0.5, -0.5, -1.5, 0.49, 4e4, -4e4].map(roundToPcm)).toEqual([1, 0, -1, 0, 32767, -32768])
})
