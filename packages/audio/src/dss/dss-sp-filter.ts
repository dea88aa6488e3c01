import { reflectionRows } from './dss-sp-tables.ts'
import type { SpFrame } from './sp-frame.ts'
import { clip, isWord, plusShare, shiftDown, timesFraction, toWord } from './word-arithmetic.ts'

export const order = reflectionRows.length

/** Of the filter's coefficients, where nothing overflows: 8192 is one. */
const filterBits = 13
const half = 2 ** (filterBits - 1)

export type Filter = {
  /** From the coefficient that is one on. */
  readonly coefficients: Float64Array
  /** What one is, as a power of two: a bit less where the others would not fit otherwise. */
  readonly bits: number
  /** How the spectrum is tilted, never upwards. */
  readonly tilt: number
}

/** Reflections to the coefficients of a direct filter, by Levinson's steps. */
export function filterOf({ reflections: rows }: SpFrame): Filter {
  const reflections = rows.map((row, n) => reflectionRows[n]?.[row] ?? 0)
  const tilt = Math.min(0, shiftDown(reflections[0] ?? 0, 1))
  const exact = levinson(reflections, filterBits)
  if (exact.fits) return { coefficients: exact.coefficients, bits: filterBits, tilt }
  const bits = filterBits - 1
  return { coefficients: levinson(reflections, bits).coefficients, bits, tilt }
}

function levinson(reflections: readonly number[], bits: number) {
  const coefficients = new Float64Array(order + 1)
  coefficients[0] = 2 ** bits
  let fits = true
  for (const [n, reflection] of reflections.entries()) {
    coefficients[n + 1] = shiftDown(reflection, 15 - bits)
    for (let i = 1; i <= (n + 1) / 2; i += 1) {
      const [low, high] = [coefficients[i] ?? 0, coefficients[n + 1 - i] ?? 0]
      const [newLow, newHigh] = [plusShare(low, reflection, high), plusShare(high, reflection, low)]
      fits &&= isWord(newLow) && isWord(newHigh)
      coefficients[i] = toWord(newLow)
      coefficients[n + 1 - i] = toWord(newHigh)
    }
  }
  return { coefficients, fits }
}

export function weighted(coefficients: Float64Array, weights: readonly number[]): Float64Array {
  return coefficients.map((coefficient, n) => timesFraction(coefficient, weights[n] ?? 0))
}

/** Poles: each sample less what the filter makes of those given out before it. */
export function denominator(
  coefficients: Float64Array,
  bits: number,
  memory: Float64Array,
  samples: Float64Array,
): void {
  for (let n = 0; n < samples.length; n += 1) {
    let sum = (samples[n] ?? 0) * (coefficients[0] ?? 0)
    for (let i = 0; i < order; i += 1) sum -= (memory[i] ?? 0) * (coefficients[i + 1] ?? 0)
    const sample = clip(shiftDown(sum + half, bits))
    memory.copyWithin(1, 0)
    memory[0] = sample
    samples[n] = sample
  }
}

/** Zeros: what the filter makes of each sample and those that came in before it. */
export function numerator(
  coefficients: Float64Array,
  bits: number,
  memory: Float64Array,
  samples: Float64Array,
): void {
  for (let n = 0; n < samples.length; n += 1) {
    memory[0] = samples[n] ?? 0
    let sum = 0
    for (let i = 0; i <= order; i += 1) sum += (memory[i] ?? 0) * (coefficients[i] ?? 0)
    memory.copyWithin(1, 0)
    samples[n] = clip(shiftDown(sum + half, bits))
  }
}
