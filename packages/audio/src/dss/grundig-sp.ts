import type { FrameDecoder } from './frame-decoder.ts'
import { createResampler12To16Khz, roundToPcm } from './resample-12-to-16-khz.ts'
import { createSpSpeech, spFrameSamples } from './sp-speech.ts'

const deEmphasis = 0.1

/** Standard Play of Grundig and Philips: 41 bytes are 24 ms, spoken at 12 kHz and given out at 16. */
export function createGrundigSpDecoder(): FrameDecoder {
  const speech = createSpSpeech()
  const resampler = createResampler12To16Khz(spFrameSamples)
  const pcm = new Int16Array(spFrameSamples)
  let emphasis = 0
  let damagedFrames = 0

  function reset(): void {
    speech.reset()
    resampler.reset()
    emphasis = 0
  }

  return {
    codec: 'grundig-sp',
    sampleRateHz: 16_000,
    reset,
    get damagedFrames() {
      return damagedFrames
    },
    decode(frame) {
      const state = speech.decode(frame)
      for (let n = 0; n < spFrameSamples; n += 1) {
        emphasis = (speech.samples[n] ?? 0) + deEmphasis * emphasis
        // Rounded here and again at 16 kHz: without this, a fifth of a real file's samples is off by 1.
        pcm[n] = roundToPcm(emphasis)
      }
      const output = resampler.push(pcm)
      if (state === 'lost') reset()
      if (state !== 'fine') damagedFrames += 1
      return output
    },
  }
}
