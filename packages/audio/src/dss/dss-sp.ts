import {
  fading,
  halving,
  interpolationTaps,
  pitchGains,
  pulseGains,
  pulseHeights,
  reflectionRows,
} from './dss-sp-tables.ts'
import type { FrameDecoder } from './frame-decoder.ts'
import { createPulsePositions } from './pulse-positions.ts'
import {
  longestSpPitch,
  readSpFrame,
  type SpFrame,
  type SpSubframe,
  spPulses,
  spSubframeSamples,
  spSubframes,
} from './sp-frame.ts'

// Olympus' Standard Play works in whole numbers, and its rounding is part of the format. Products pass 31
// bits, so shifts are divisions that round down.

const order = reflectionRows.length
const frameSamples = spSubframes * spSubframeSamples

/** Of the filter's coefficients, where nothing overflows: 8192 is one. */
const filterBits = 13
const half = 2 ** (filterBits - 1)

/**
 * Standard Play of Olympus in DSS files: 41 bytes are 24 ms, spoken at 12 kHz and given out at 11. (FFmpeg
 * calls that 11025 Hz, and so plays it 0.2 % too fast.) Not compared with a recorder's own decoder yet.
 */
export function createDssSpDecoder(): FrameDecoder {
  const excitation = createExcitation()
  const voice = createVoice()
  const resample = createInterpolation()
  const samples = new Float64Array(frameSamples)
  let damagedFrames = 0

  return {
    codec: 'dss-sp',
    sampleRateHz: 11_000,
    reset() {
      excitation.reset()
      voice.reset()
      resample.reset()
    },
    get damagedFrames() {
      return damagedFrames
    },
    decode(bytes) {
      const frame = readSpFrame(bytes)
      const filter = filterOf(frame)
      let possible = true
      for (const [n, subframe] of frame.subframes.entries()) {
        const part = samples.subarray(n * spSubframeSamples, (n + 1) * spSubframeSamples)
        possible = excitation.next(subframe, part) && possible
        voice.speak(filter, part)
      }
      if (!possible) damagedFrames += 1
      return resample.push(samples)
    },
  }
}

/** To 16 bits without the lowest: -32768 has no counterpart, and is never given. */
function clip(value: number): number {
  return Math.max(-32_767, Math.min(32_767, value))
}

const shiftDown = (value: number, bits: number) => Math.floor(value / 2 ** bits)
/** A product of two fractions of 32768, rounded. */
const timesFraction = (a: number, b: number) => shiftDown(a * b + 0x4000, 15)
/** `value` and `share` of another. */
const plusShare = (value: number, share: number, other: number) =>
  shiftDown(value * 0x8000 + share * other + 0x4000, 15)

type Filter = {
  /** From the coefficient that is one on. */
  readonly coefficients: Float64Array
  /** What one is, as a power of two: a bit less where the others would not fit otherwise. */
  readonly bits: number
  /** How the spectrum is tilted, never upwards. */
  readonly tilt: number
}

/** Reflections to the coefficients of a direct filter, by Levinson's steps. */
function filterOf({ reflections: rows }: SpFrame): Filter {
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

const toWord = (value: number) => Math.max(-32_768, Math.min(32_767, value))
const isWord = (value: number) => toWord(value) === value

/** What drives the filter: the last pitch period again, and pulses. */
function createExcitation() {
  /** The newest sample first. */
  const past = new Float64Array(longestSpPitch)
  const decodePositions = createPulsePositions(spSubframeSamples, spPulses)

  function addPulses(subframe: SpSubframe, samples: Float64Array): boolean {
    const positions = decodePositions(subframe.pulsePositions)
    if (!positions) return false
    const gain = pulseGains[subframe.pulseGain] ?? 0
    for (const [pulse, position] of positions.entries()) {
      const height = pulseHeights[subframe.pulseHeights[pulse] ?? 0] ?? 0
      samples[position] = (samples[position] ?? 0) + timesFraction(gain, height)
    }
    return true
  }

  return {
    /** Fills `samples`; false if no encoder writes such a subframe: then there are no pulses. */
    next(subframe: SpSubframe, samples: Float64Array): boolean {
      const { pitch } = subframe
      const gain = pitchGains[subframe.pitchGain] ?? 0
      for (let n = 0; n < spSubframeSamples; n += 1) {
        samples[n] = clip(shiftDown(gain * (past[pitch - 1 - (n % pitch)] ?? 0), 11))
      }
      const possible = addPulses(subframe, samples)
      past.copyWithin(spSubframeSamples, 0)
      for (let n = 0; n < spSubframeSamples; n += 1) {
        past[spSubframeSamples - 1 - n] = samples[n] ?? 0
      }
      return possible
    },
    reset(): void {
      past.fill(0)
    },
  }
}

/** The filters that make a voice of it, and bring it back to the loudness it had before them. */
function createVoice() {
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

function weighted(coefficients: Float64Array, weights: readonly number[]): Float64Array {
  return coefficients.map((coefficient, n) => timesFraction(coefficient, weights[n] ?? 0))
}

/** Poles: each sample less what the filter makes of those given out before it. */
function denominator(
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
function numerator(
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

/** Eleven samples for twelve. */
function createInterpolation() {
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
