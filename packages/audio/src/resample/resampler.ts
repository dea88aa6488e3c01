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
  push(input: Float32Array): Float32Array
  /** The rest, once there is no more input. */
  end(): Float32Array
}

/**
 * Changes the sample rate by windowed-sinc interpolation. How the input is cut into pushes does not
 * change the output. `n` input samples give `ceil(n * to / from)` output samples.
 */
export function createResampler(fromHz: number, toHz: number): Resampler {
  if (fromHz === toHz) return { push: (input) => input, end: () => new Float32Array(0) }

  const cutoff = passband * Math.min(1, toHz / fromHz)
  const reach = Math.ceil(zeroCrossings / cutoff)
  const kernel = createKernel(cutoff, reach)
  /** Input samples from index `first` on; before the beginning there is silence. */
  let held = new Float32Array(0)
  let first = 0
  let received = 0
  let produced = 0

  function produce(upTo: number): Float32Array {
    const output = new Float32Array(Math.max(0, upTo - produced))
    for (let index = 0; index < output.length; index += 1) {
      // Exact: positions stay integers below 2^53 for days of audio.
      const position = (produced + index) * fromHz
      const whole = Math.floor(position / toHz)
      output[index] = kernel.apply(held, whole - first, (position - whole * toHz) / toHz)
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
      const grown = new Float32Array(held.length + input.length)
      grown.set(held)
      grown.set(input, held.length)
      held = grown
      received += input.length
      // An output sample is final once all input within reach of it is there.
      return produce(Math.ceil(((received - reach - 1) * toHz) / fromHz))
    },
    end: () => produce(Math.ceil((received * toHz) / fromHz)),
  }
}

function createKernel(cutoff: number, reach: number) {
  const table = new Float64Array(reach * tableDensity + 2)
  for (let index = 0; index < table.length; index += 1) {
    table[index] = kernelAt(index / tableDensity, cutoff, reach)
  }
  return {
    /** The value `fraction` of a sample after `samples[centre]`; outside the samples is silence. */
    apply(samples: Float32Array, centre: number, fraction: number): number {
      const from = Math.max(0, centre - reach + 1)
      const to = Math.min(samples.length - 1, centre + reach)
      let sum = 0
      for (let index = from; index <= to; index += 1) {
        const distance = Math.abs(index - centre - fraction) * tableDensity
        const below = Math.floor(distance)
        const a = table[below] ?? 0
        const b = table[below + 1] ?? 0
        sum += (samples[index] ?? 0) * (a + (b - a) * (distance - below))
      }
      return sum
    },
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
