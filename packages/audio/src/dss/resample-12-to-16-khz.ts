import { resamplerTaps } from './grundig-sp-tables.ts'

/** Through 48 kHz: each input sample and three zeros, of which, filtered, every third comes out. */
const up = 4
const down = 3

/** The taps that meet input samples, and not zeros, where the output lies so far behind one. */
const phases = Array.from({ length: up }, (_, phase) =>
  Float64Array.from(resamplerTaps.filter((_, tap) => tap % up === phase)),
)
const reach = resamplerTaps.length / up

/** It remembers. What comes out is 200/48000 s late, as Grundig's own is. */
export type Resampler = {
  /** As many samples at a time as it was made for, and four for each three of them. */
  readonly push: (samples: Int16Array) => Int16Array
  readonly reset: () => void
}

/** `chunk` is a multiple of three. */
export function createResampler12To16Khz(chunk: number): Resampler {
  const past = reach - 1
  const input = new Float64Array(past + chunk)

  function filtered(newest: number, phase: number): number {
    const taps = phases[phase] ?? input
    let sum = 0
    for (let tap = 0; tap < reach; tap += 1) sum += (taps[tap] ?? 0) * (input[newest - tap] ?? 0)
    return sum
  }

  return {
    push(samples) {
      input.copyWithin(0, chunk)
      input.set(samples, past)
      const output = new Int16Array((chunk * up) / down)
      for (let n = 0; n < output.length; n += 1) {
        const at = n * down
        output[n] = roundToPcm(filtered(past + Math.floor(at / up), at % up))
      }
      return output
    },
    reset() {
      input.fill(0)
    },
  }
}

/** Halves go up, below zero too: Grundig's software rounds so wherever it rounds. */
export function roundToPcm(sample: number): number {
  return Math.max(-32768, Math.min(32767, Math.floor(sample + 0.5)))
}
