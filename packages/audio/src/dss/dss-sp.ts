import { filterOf } from './dss-sp-filter.ts'
import { pitchGains, pulseGains, pulseHeights } from './dss-sp-tables.ts'
import { createVoice } from './dss-sp-voice.ts'
import type { FrameDecoder } from './frame-decoder.ts'
import { createPulsePositions } from './pulse-positions.ts'
import { createInterpolation } from './resample-12-to-11-khz.ts'
import {
  longestSpPitch,
  readSpFrame,
  type SpSubframe,
  spPulses,
  spSubframeSamples,
  spSubframes,
} from './sp-frame.ts'
import { clip, shiftDown, timesFraction } from './word-arithmetic.ts'

const frameSamples = spSubframes * spSubframeSamples

/**
 * Standard Play of Olympus in DSS files: 41 bytes are 24 ms, spoken at 12 kHz and given out at 11. Not
 * compared with a recorder's own decoder yet.
 *
 * FFmpeg 5.1 gives the same samples as long as nothing overflows. Where something does, this follows the text
 * that describes Olympus' own decoder (NOTICE): a filter that does not fit is made again with a bit less,
 * poles remember what was clipped, and the lowest is -32767. FFmpeg clips the filter, remembers the unclipped
 * in 32 bits that wrap round, and goes to -32768. It also says 11025 Hz, which is 0.2 % too fast.
 */
export function createDssSpDecoder(): FrameDecoder {
  const excitation = createExcitation()
  const voice = createVoice()
  const resample = createInterpolation(frameSamples)
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
