import type { BitReader } from './bit-reader.ts'
import { createBitReader } from './bit-reader.ts'

export const spSubframes = 4
export const spSubframeSamples = 72
export const spPulses = 7

const reflectionBits = [5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3]

export const shortestSpPitch = 36
const pitches = 151
export const longestSpPitch = shortestSpPitch + pitches - 1
const pitchSteps = 48
const stepsDown = pitchSteps / 2 - 1

/** What stands in the 41 bytes of a Standard Play frame. Numbers of rows in tables, mostly. */
export type SpFrame = {
  readonly reflections: readonly number[]
  readonly subframes: readonly SpSubframe[]
}

export type SpSubframe = {
  /** In samples. */
  readonly pitch: number
  readonly pitchGain: number
  /** All places in one number, see `createPulsePositions`. */
  readonly pulsePositions: number
  readonly pulseGain: number
  readonly pulseHeights: readonly number[]
}

export function readSpFrame(frame: Uint8Array): SpFrame {
  const bits = createBitReader(frame)
  const reflections = reflectionBits.map((width) => bits.take(width))
  const unpitched = Array.from({ length: spSubframes }, () => readSubframe(bits))
  const pitches = unpackPitches(bits.take(24))
  const subframes = unpitched.map((subframe, n) => ({ ...subframe, pitch: pitches[n] ?? 0 }))
  return { reflections, subframes }
}

function readSubframe(bits: BitReader): Omit<SpSubframe, 'pitch'> {
  return {
    pitchGain: bits.take(5),
    pulsePositions: bits.take(31),
    pulseGain: bits.take(6),
    pulseHeights: Array.from({ length: spPulses }, () => bits.take(3)),
  }
}

/**
 * One number holds the pitches of all subframes: the first one's as it is, of the others how far they
 * are above the lowest that may follow the one before.
 */
export function unpackPitches(packed: number): readonly number[] {
  let pitch = shortestSpPitch + (packed % pitches)
  let left = Math.floor(packed / pitches)
  const unpacked = [pitch]
  while (unpacked.length < spSubframes) {
    // Of a number too high for any frame, all that is too much is in the last step.
    const last = unpacked.length === spSubframes - 1
    const step = last ? Math.min(left, pitchSteps - 1) : left % pitchSteps
    pitch = lowestPitchAfter(pitch) + step
    unpacked.push(pitch)
    left = Math.floor(left / pitchSteps)
  }
  return unpacked
}

/**
 * A window around the pitch before, moved inwards where it would reach out of the range. (The text on
 * DS2 lets it reach one too far at the top; Grundig's own software does not.)
 */
function lowestPitchAfter(pitch: number): number {
  const highest = longestSpPitch - pitchSteps + 1
  return Math.max(shortestSpPitch, Math.min(highest, pitch - stepsDown))
}
