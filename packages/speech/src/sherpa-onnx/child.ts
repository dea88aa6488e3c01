/** The program of sherpa-onnx's child process: one recogniser, and one piece of sound after the other. */
import { answerParent } from '../engine-child/answer-parent.ts'
import { readFloats } from '../float-samples.ts'
import { loadSherpaOnnx } from './load-sherpa-onnx.ts'
import { type RecogniserSettings, recogniserConfig } from './recogniser-config.ts'

export type Question = {
  readonly wavPath: string
  /** Silence is added up to this length: Whisper allows words by the length of what it hears. */
  readonly atLeastMs: number
  /** Words to favour, as `joinTerms` joins them. Not in the settings: what is loaded may be logged. */
  readonly terms?: string
}

const sampleRate = 16_000

answerParent<RecogniserSettings, Question>(async (settings) => {
  const recogniser = await loadSherpaOnnx().OfflineRecognizer.createAsync(
    recogniserConfig(settings),
  )
  return async ({ wavPath, atLeastMs, terms }) => {
    const stream = terms ? recogniser.createStream(terms) : recogniser.createStream()
    stream.acceptWaveform({ samples: await readFloats(wavPath, atLeastMs), sampleRate })
    return recogniser.decodeAsync(stream)
  }
})
