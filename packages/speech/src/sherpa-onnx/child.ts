/** The program of sherpa-onnx's child process: one recogniser, and one piece of sound after the other. */
import { createRequire } from 'node:module'
import { answerParent, NotHere } from '../engine-child/answer-parent.ts'
import { readFloats } from './float-samples.ts'
import { type RecogniserSettings, recogniserConfig } from './recogniser-config.ts'

/** What is used of `sherpa-onnx-node`, which has no declarations of its own. */
type Stream = {
  acceptWaveform(sound: { readonly samples: Float32Array; readonly sampleRate: number }): void
}
type Recogniser = {
  createStream(): Stream
  decodeAsync(stream: Stream): Promise<unknown>
}
type Sherpa = {
  readonly OfflineRecognizer: { createAsync(config: object): Promise<Recogniser> }
}

export type Question = {
  readonly wavPath: string
  /** Silence is added up to this length: Whisper allows words by the length of what it hears. */
  readonly atLeastMs: number
}

const sampleRate = 16_000

function loadSherpa(): Sherpa {
  try {
    return createRequire(import.meta.url)('sherpa-onnx-node')
  } catch {
    throw new NotHere('sherpa-onnx-node is not installed, or not made for this machine')
  }
}

answerParent<RecogniserSettings, Question>(async (settings) => {
  const { OfflineRecognizer } = loadSherpa()
  const recogniser = await OfflineRecognizer.createAsync(recogniserConfig(settings))
  return async ({ wavPath, atLeastMs }) => {
    const samples = await readFloats(wavPath, atLeastMs)
    const stream = recogniser.createStream()
    stream.acceptWaveform({ samples, sampleRate })
    return recogniser.decodeAsync(stream)
  }
})
