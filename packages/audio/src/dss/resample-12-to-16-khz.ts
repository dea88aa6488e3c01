import { resamplerTaps } from './grundig-sp-tables.ts'

/** Three samples become four: the filter runs at 48 kHz, where each input sample is followed by 3 zeros. */
const up = 4
const down = 3
const tapsPerPhase = Math.ceil(resamplerTaps.length / up)
/** Of the input, so that speech comes out at the time at which it went in. */
const delay = Number(process.env.RDELAY ?? 0)

export type Resampler = {
  /** Any number of samples that three divide. */
  readonly push: (samples: Float64Array) => Float64Array
  readonly reset: () => void
}

export function createResampler12To16Khz(): Resampler {
  let past = new Float64Array(tapsPerPhase)
  return {
    push(samples) {
      const all = new Float64Array(past.length + samples.length)
      all.set(past)
      all.set(samples, past.length)
      const out = new Float64Array((samples.length * up) / down)
      for (let m = 0; m < out.length; m += 1) {
        const i = Math.floor((m * down) / up)
        const phase = (m * down) % up
        let sum = 0
        for (let j = 0; j < tapsPerPhase; j += 1) {
          sum += (resamplerTaps[j * up + phase] ?? 0) * (all[past.length + i - j - delay] ?? 0)
        }
        out[m] = sum
      }
      past = all.slice(-past.length)
      return out
    },
    reset() {
      past.fill(0)
    },
  }
}
