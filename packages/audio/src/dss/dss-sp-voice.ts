import { denominator, type Filter, numerator, order, weighted } from './dss-sp-filter.ts'
import { fading, halving } from './dss-sp-tables.ts'
import { spSubframeSamples } from './sp-frame.ts'
import { clip, plusShare, shiftDown } from './word-arithmetic.ts'

/** The filters that make a voice of it, and bring it back to the loudness it had before them. */
export function createVoice() {
  // Each remembers the newest first.
  const spoken = new Float64Array(order)
  const before = new Float64Array(order + 1)
  const after = new Float64Array(order)
  let loudness = 0

  function sharpen({ coefficients, bits, tilt }: Filter, samples: Float64Array): void {
    const last = after[0] ?? 0
    numerator(weighted(coefficients, halving), bits, before, samples)
    denominator(weighted(coefficients, fading), bits, after, samples)
    for (let n = spSubframeSamples - 1; n >= 0; n -= 1) {
      const previous = n > 0 ? (samples[n - 1] ?? 0) : last
      samples[n] = clip(plusShare(samples[n] ?? 0, tilt, previous))
    }
  }

  /** Towards the loudness before the filters, a little with each sample. */
  function level(samples: Float64Array, wanted: number): void {
    const sum = sumOf(samples)
    const ratio = sum >= 0x40 ? Math.floor((wanted * 2048) / sum) : 1
    const step = shiftDown(409 * ratio, 15) * 0x8000
    for (let n = 0; n < spSubframeSamples; n += 1) {
      loudness = clip(shiftDown(step + 32_358 * loudness, 15))
      samples[n] = clip(shiftDown((samples[n] ?? 0) * loudness, 11))
    }
  }

  return {
    speak(filter: Filter, samples: Float64Array): void {
      denominator(filter.coefficients, filter.bits, spoken, samples)
      const wanted = Math.min(sumOf(samples), 0xfffff)
      const room = headroomOf(samples)
      scale(samples, room - 3)
      for (const memory of [before, after]) scale(memory, room)
      sharpen(filter, samples)
      for (const memory of [samples, before, after]) scale(memory, -room)
      level(samples, wanted)
    },
    reset(): void {
      for (const memory of [spoken, before, after]) memory.fill(0)
      loudness = 0
    },
  }
}

function sumOf(samples: Float64Array): number {
  return samples.reduce((sum, sample) => sum + Math.abs(sample), 0)
}

/** How often the loudest may be doubled until it takes all of 15 bits; fifteen times where all is still. */
function headroomOf(samples: Float64Array): number {
  let bits = 1
  for (const sample of samples) bits |= Math.abs(sample)
  return bits === 1 ? 15 : Math.max(0, Math.clz32(bits) - 17)
}

function scale(values: Float64Array, bits: number): void {
  for (const [n, value] of values.entries()) values[n] = Math.floor(value * 2 ** bits)
}
