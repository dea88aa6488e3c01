import { createLatticeFilter } from './lattice-filter.ts'
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
import { pitchGains, pulseGains, pulseHeights, reflectionRows } from './sp-tables.ts'

export const spSampleRateHz = 12_000
export const spFrameSamples = spSubframes * spSubframeSamples

/** Far above any speech: from here only nonsense grows, until its numbers are no numbers any more. */
const runaway = 1e9

/** What DS2 SP and Grundig SP have in common: a frame's speech, before it is made to whole numbers. */
export function createSpSpeech() {
  const excitation = createExcitation()
  const lattice = createLatticeFilter(reflectionRows.length)
  const reflections = new Float64Array(reflectionRows.length)
  const samples = new Float64Array(spFrameSamples)

  function reset(): void {
    excitation.reset()
    lattice.reset()
  }

  return {
    /** Written again by each frame. */
    samples: samples as Readonly<Float64Array>,
    reset,
    /** `damaged` if there was a value that no encoder writes; `lost` if the sound grew out of all bounds. */
    decode(bytes: Uint8Array): 'fine' | 'damaged' | 'lost' {
      const frame = readSpFrame(bytes)
      for (const [order, row] of reflectionRows.entries()) {
        reflections[order] = row[frame.reflections[order] ?? 0] ?? 0
      }
      const possible = excitation.add(frame)
      lattice.run(reflections, excitation.current, samples)
      // Turned round so that it is true of NaN as well.
      if (!(Math.abs(samples[spFrameSamples - 1] ?? 0) < runaway)) return 'lost'
      return possible ? 'fine' : 'damaged'
    },
  }
}

/** What drives the filter: the last pitch period again, and pulses. */
function createExcitation() {
  /** The frame in work lies behind as much of the past as the longest pitch reaches back. */
  const samples = new Float64Array(longestSpPitch + spFrameSamples)
  const decodePositions = createPulsePositions(spSubframeSamples, spPulses)

  function repeatPitch(start: number, pitch: number, gain: number): void {
    for (let n = 0; n < spSubframeSamples; n += 1) {
      // A pitch shorter than the subframe repeats what was there before the subframe.
      const back = n < pitch ? pitch : 2 * pitch
      samples[start + n] = gain * (samples[start + n - back] ?? 0)
    }
  }

  /** False if no encoder writes such a number: then there are no pulses. */
  function addPulses(start: number, subframe: SpSubframe): boolean {
    const positions = decodePositions(subframe.pulsePositions)
    if (!positions) return false
    const gain = pulseGains[subframe.pulseGain] ?? 0
    for (const [pulse, position] of positions.entries()) {
      const height = (pulseHeights[subframe.pulseHeights[pulse] ?? 0] ?? 0) * gain
      samples[start + position] = (samples[start + position] ?? 0) + height
    }
    return true
  }

  return {
    current: samples.subarray(longestSpPitch),
    add(frame: SpFrame): boolean {
      samples.copyWithin(0, spFrameSamples)
      let possible = true
      for (const [n, subframe] of frame.subframes.entries()) {
        const start = longestSpPitch + n * spSubframeSamples
        repeatPitch(start, subframe.pitch, pitchGains[subframe.pitchGain] ?? 0)
        possible = addPulses(start, subframe) && possible
      }
      return possible
    },
    reset(): void {
      samples.fill(0)
    },
  }
}
