import { type SoundPiece, toFloats } from '../sound-piece.ts'

/** Zero crossings of the kernel on each side; the transition is about 9 % of the cutoff wide each way. */
const zeroCrossings = 32
/** Kernel values per zero crossing; between them it is interpolated (error below -90 dB). */
const tableDensity = 512
/** Kaiser window shape: about 90 dB of stop-band rejection (Oppenheim and Schafer, 3rd ed., 7.5.3). */
const kaiserBeta = 9
/** Middle of the transition as a fraction of the lower Nyquist frequency: flat to 6.8 kHz at 16 kHz. */
const passband = 0.94

export type Resampler = {
  /** The samples that became final with this input. */
  push(input: SoundPiece): SoundPiece
  /** The rest, once there is no more input. */
  end(): SoundPiece
}

/**
 * Changes the sample rate by windowed-sinc interpolation with a polyphase filter bank. How the input
 * is cut into pushes does not change the output. `n` input samples give `ceil(n * to / from)` output
 * samples.
 */
export function createResampler(fromHz: number, toHz: number): Resampler {
  if (fromHz === toHz) return { push: (input) => input, end: () => new Float32Array(0) }

  const cutoff = passband * Math.min(1, toHz / fromHz)
  // Even, so that a filter can be gone through four weights at a time.
  const reach = 2 * Math.ceil(zeroCrossings / cutoff / 2)
  const filters = createFilterBank({ cutoff, reach, phases: toHz / greatestDivisor(fromHz, toHz) })
  /** Input samples from index `first` on. Before the beginning there is silence. */
  let held = new Float32Array(reach)
  let first = -reach
  let received = 0
  let produced = 0

  function hold(input: Float32Array): void {
    const grown = new Float32Array(held.length + input.length)
    grown.set(held)
    grown.set(input, held.length)
    held = grown
  }

  function produce(upTo: number): Float32Array {
    const output = new Float32Array(Math.max(0, upTo - produced))
    for (let index = 0; index < output.length; index += 1) {
      // Exact: positions stay integers below 2^53 for days of audio.
      const position = (produced + index) * fromHz
      const whole = Math.floor(position / toHz)
      const filter = filters.at((position - whole * toHz) / toHz)
      output[index] = weigh(held, whole - reach + 1 - first, filter)
    }
    produced += output.length
    discard()
    return output
  }

  function discard(): void {
    const needed = Math.floor((produced * fromHz) / toHz) - reach
    if (needed - first > 0) {
      held = held.slice(needed - first)
      first = needed
    }
  }

  return {
    push(input) {
      hold(toFloats(input))
      received += input.length
      // An output sample is final once all input within reach of it is there.
      return produce(Math.ceil(((received - reach - 1) * toHz) / fromHz))
    },
    end() {
      hold(new Float32Array(reach + 1))
      return produce(Math.ceil((received * toHz) / fromHz))
    },
  }
}

/** Four sums that do not wait for each other: half as fast again as one (measured). */
function weigh(samples: Float32Array, from: number, filter: Float32Array): number {
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let tap = 0; tap < filter.length; tap += 4) {
    const at = from + tap
    a += (samples[at] ?? 0) * (filter[tap] ?? 0)
    b += (samples[at + 1] ?? 0) * (filter[tap + 1] ?? 0)
    c += (samples[at + 2] ?? 0) * (filter[tap + 2] ?? 0)
    d += (samples[at + 3] ?? 0) * (filter[tap + 3] ?? 0)
  }
  return a + b + (c + d)
}

/**
 * One filter for each position that an output sample can have between two input samples. Made when
 * first needed: an odd rate has 16,000 of them, a usual one 160 or fewer.
 */
function createFilterBank(shape: {
  readonly cutoff: number
  readonly reach: number
  readonly phases: number
}) {
  const { cutoff, reach, phases } = shape
  const kernel = createKernel(cutoff, reach)
  const filters = new Array<Float32Array | undefined>(phases)
  return {
    /** The weights of the `2 * reach` samples around the point `fraction` of a sample after the middle. */
    at(fraction: number): Float32Array {
      const phase = Math.round(fraction * phases)
      const known = filters[phase]
      if (known) return known
      const filter = Float32Array.from({ length: 2 * reach }, (_, tap) =>
        kernel(Math.abs(tap - reach + 1 - fraction)),
      )
      filters[phase] = filter
      return filter
    },
  }
}

function createKernel(cutoff: number, reach: number): (distance: number) => number {
  const table = new Float64Array(reach * tableDensity + 2)
  for (let index = 0; index < table.length; index += 1) {
    table[index] = kernelAt(index / tableDensity, cutoff, reach)
  }
  return (distance) => {
    const position = distance * tableDensity
    const below = Math.floor(position)
    const a = table[below] ?? 0
    const b = table[below + 1] ?? 0
    return a + (b - a) * (position - below)
  }
}

function kernelAt(distance: number, cutoff: number, reach: number): number {
  if (distance >= reach) return 0
  const angle = Math.PI * distance * cutoff
  const sinc = angle === 0 ? 1 : Math.sin(angle) / angle
  const edge = distance / reach
  return (cutoff * sinc * besselI0(kaiserBeta * Math.sqrt(1 - edge * edge))) / besselI0(kaiserBeta)
}

/** Modified Bessel function of the first kind, order zero, by its power series. */
function besselI0(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}
