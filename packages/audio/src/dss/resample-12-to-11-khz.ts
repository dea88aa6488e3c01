import { interpolationTaps } from './dss-sp-tables.ts'
import { shiftDown, toWord } from './word-arithmetic.ts'

/** Eleven samples for twelve. */
export function createInterpolation(frameSamples: number) {
  const taps = 6
  const phases = 11
  const input = new Float64Array(taps + frameSamples)

  return {
    push(samples: Float64Array): Int16Array {
      input.copyWithin(0, frameSamples)
      input.set(samples, taps)
      const output = new Int16Array((frameSamples / 12) * 11)
      for (const n of output.keys()) {
        const at = taps + Math.floor(n / phases) * 12 + (n % phases)
        let sum = 0
        for (let tap = 0; tap < taps; tap += 1) {
          sum += (input[at - tap] ?? 0) * (interpolationTaps[(n % phases) + tap * phases] ?? 0)
        }
        output[n] = toWord(shiftDown(sum, 15))
      }
      return output
    },
    reset(): void {
      input.fill(0)
    },
  }
}
