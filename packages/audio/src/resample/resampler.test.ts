import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createResampler } from './resampler.ts'

function tone(hz: number, rate: number, seconds: number): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, n) =>
    Math.sin((2 * Math.PI * hz * n) / rate),
  )
}

function resample(input: Float32Array, from: number, to = 16_000): Float32Array {
  const resampler = createResampler(from, to)
  return Float32Array.from([...resampler.push(input), ...resampler.end()])
}

/** Decibels of the wanted tone over everything else, away from the ends. */
function signalToNoise(output: Float32Array, hz: number, rate: number): number {
  const middle = output.slice(2000, -2000)
  let error = 0
  let power = 0
  for (const [n, sample] of middle.entries()) {
    const ideal = Math.sin((2 * Math.PI * hz * (n + 2000)) / rate)
    error += (sample - ideal) ** 2
    power += ideal ** 2
  }
  return 10 * Math.log10(power / error)
}

describe('resampling to 16 kHz', () => {
  test.each([
    [8000, 1000],
    [11_025, 3000],
    [22_050, 5000],
    [44_100, 440],
    [44_100, 6800],
    [48_000, 6000],
    [96_000, 3000],
    [12_347, 2500],
  ])('keeps a tone recorded at %i Hz clean: %i Hz', (rate, hz) => {
    const output = resample(tone(hz, rate, 1), rate)
    expect(signalToNoise(output, hz, 16_000)).toBeGreaterThan(60)
  })

  test.each([
    [44_100, 9500],
    [48_000, 12_000],
    [96_000, 30_000],
  ])('lets nothing fold back from %i Hz audio: a %i Hz tone disappears', (rate, hz) => {
    const output = resample(tone(hz, rate, 1), rate).slice(2000, -2000)
    const loudest = output.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)
    expect(loudest).toBeLessThan(0.001)
  })

  test('does not depend on how the input is cut into pieces, and has the right length', () => {
    const rates = fc.constantFrom(8000, 11_025, 44_100, 48_000, 12_347)
    const cuts = fc.array(fc.nat(3000), { maxLength: 6 })
    fc.assert(
      fc.property(rates, fc.nat(3000), cuts, (rate, length, positions) => {
        const input = Float32Array.from({ length }, (_, n) => Math.sin(n * n * 0.001))
        const whole = resample(input, rate)
        expect(whole.length).toBe(Math.ceil((length * 16_000) / rate))

        const resampler = createResampler(rate, 16_000)
        const borders = [0, ...positions.map((p) => Math.min(p, length)), length].sort(
          (a, b) => a - b,
        )
        const pieces = borders
          .slice(1)
          .map((border, index) => resampler.push(input.slice(borders[index], border)))
        const joined = Float32Array.from([...pieces, resampler.end()].flatMap((p) => [...p]))
        expect(joined).toEqual(whole)
      }),
      { numRuns: 60 },
    )
  })

  test('passes 16 kHz audio through unchanged', () => {
    const input = tone(440, 16_000, 1)
    expect(createResampler(16_000, 16_000).push(input)).toBe(input)
  })
})
