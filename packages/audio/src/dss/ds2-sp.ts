import type { FrameDecoder } from './frame-decoder.ts'
import { createSpSpeech, spFrameSamples, spSampleRateHz } from './sp-speech.ts'

/** Standard Play in a DS2 file: 41 bytes are 24 ms. Not compared with a recorder's own decoder yet. */
export function createDs2SpDecoder(): FrameDecoder {
  const speech = createSpSpeech()
  let damagedFrames = 0

  return {
    codec: 'ds2-sp',
    sampleRateHz: spSampleRateHz,
    reset: speech.reset,
    get damagedFrames() {
      return damagedFrames
    },
    decode(frame) {
      const state = speech.decode(frame)
      const pcm = new Int16Array(spFrameSamples)
      for (let n = 0; n < spFrameSamples; n += 1) {
        // Storing it cuts the fraction off, as in QP.
        pcm[n] = Math.max(-32768, Math.min(32767, speech.samples[n] ?? 0))
      }
      if (state === 'lost') speech.reset()
      if (state !== 'fine') damagedFrames += 1
      return pcm
    },
  }
}
