import type { BitReader } from './bit-reader.ts'
import { createBitReader } from './bit-reader.ts'
import {
  noiseGains,
  pitchGains,
  pulseGains,
  pulseHeights,
  reflectionRows,
} from './ds2-qp-tables.ts'
import type { FrameDecoder } from './frame-decoder.ts'
import { createLatticeFilter } from './lattice-filter.ts'
import { createPulsePositions } from './pulse-positions.ts'

const sampleRateHz = 16_000
const subframes = 4
const subframeSamples = 64
const frameSamples = subframes * subframeSamples
const pulses = 11
const shortestPitch = 45
const longestPitch = 300

const reflectionBits = [7, 7, 6, 6, 5, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 3]
/** QP7 gives the last coefficient's lowest bit to the flag that tells long frames from short ones. */
const reflectionBitsQp7 = [...reflectionBits.slice(0, -1), 2]

const deEmphasis = 0.1

/** Far above any speech: from here only nonsense grows, until its numbers are no numbers any more. */
const runaway = 1e9

/** Quality Play: 56 bytes are 16 ms. */
export function createDs2QpDecoder(): FrameDecoder {
  return createDecoder('ds2-qp')
}

/** Quality Play with pauses: frames of 56 bytes, and of 12 in which there is only shaped noise. */
export function createDs2Qp7Decoder(): FrameDecoder {
  return createDecoder('ds2-qp7')
}

function createDecoder(codec: 'ds2-qp' | 'ds2-qp7'): FrameDecoder {
  const excitation = createExcitation()
  const lattice = createLatticeFilter(reflectionBits.length)
  const reflections = new Float64Array(reflectionBits.length)
  const speech = new Float64Array(frameSamples)
  let emphasis = 0
  let damagedFrames = 0

  function reset(): void {
    excitation.reset()
    lattice.reset()
    emphasis = 0
  }

  /** The sum with a tenth of what came before, which undoes the encoder's emphasis of high tones. */
  function toPcm(): Int16Array {
    const pcm = new Int16Array(frameSamples)
    for (let n = 0; n < frameSamples; n += 1) {
      emphasis = (speech[n] ?? 0) + deEmphasis * emphasis
      // Storing it cuts the fraction off, as the recorders' own software does: no rounding.
      pcm[n] = Math.max(-32768, Math.min(32767, emphasis))
    }
    return pcm
  }

  return {
    codec,
    sampleRateHz,
    reset,
    get damagedFrames() {
      return damagedFrames
    },
    decode(frame) {
      const bits = createBitReader(frame)
      const long = codec === 'ds2-qp' || bits.take(1) === 1
      readReflections(bits, codec === 'ds2-qp' ? reflectionBits : reflectionBitsQp7, reflections)
      const possible = long ? excitation.readPulses(bits) : excitation.readNoise(bits)
      lattice.run(reflections, excitation.current, speech)
      const pcm = toPcm()
      // Turned round so that it is true of NaN as well.
      const sane = Math.abs(emphasis) < runaway
      if (!sane) reset()
      if (!possible || !sane) damagedFrames += 1
      return pcm
    },
  }
}

function readReflections(bits: BitReader, widths: readonly number[], into: Float64Array): void {
  for (let order = 0; order < widths.length; order += 1) {
    into[order] = reflectionRows[order]?.[bits.take(widths[order] ?? 0)] ?? 0
  }
}

/** What drives the filter: the last pitch period again, and pulses; or noise. */
function createExcitation() {
  /** The frame in work lies behind as much of the past as the longest pitch reaches back. */
  const samples = new Float64Array(longestPitch + frameSamples)
  const decodePositions = createPulsePositions(subframeSamples, pulses)
  let noise = 0

  function startFrame(): void {
    samples.copyWithin(0, frameSamples)
  }

  function repeatPitch(start: number, pitch: number, gain: number): void {
    for (let n = 0; n < subframeSamples; n += 1) {
      // A pitch shorter than the subframe repeats what was there before the subframe.
      const back = n < pitch ? pitch : 2 * pitch
      samples[start + n] = gain * (samples[start + n - back] ?? 0)
    }
  }

  /** False if no encoder writes such a number: then there are no pulses. */
  function addPulses(bits: BitReader, start: number): boolean {
    const positions = decodePositions(bits.take(40))
    const gain = pulseGains[bits.take(6)] ?? 0
    for (let pulse = 0; pulse < pulses; pulse += 1) {
      const height = (pulseHeights[bits.take(3)] ?? 0) * gain
      const at = start + (positions?.[pulse] ?? 0)
      if (positions) samples[at] = (samples[at] ?? 0) + height
    }
    return positions !== null
  }

  return {
    current: samples.subarray(longestPitch),
    readPulses(bits: BitReader): boolean {
      startFrame()
      let possible = true
      for (let start = longestPitch; start < samples.length; start += subframeSamples) {
        const pitch = bits.take(8) + shortestPitch
        repeatPitch(start, pitch, pitchGains[bits.take(6)] ?? 0)
        possible = addPulses(bits, start) && possible
      }
      return possible
    },
    readNoise(bits: BitReader): boolean {
      startFrame()
      for (let start = longestPitch; start < samples.length; start += subframeSamples) {
        const gain = noiseGains[bits.take(5)] ?? 0
        for (let n = 0; n < subframeSamples; n += 1) {
          // A linear congruential generator; its low 16 bits, signed, are the noise.
          noise = (Math.imul(noise, 0x209) + 0x103) >>> 0
          samples[start + n] = ((noise << 16) >> 16) * gain
        }
      }
      return true
    },
    reset(): void {
      samples.fill(0)
      noise = 0
    },
  }
}
