import { createRequire } from 'node:module'
import { NotHere } from '../engine-child/answer-parent.ts'

/** What is used of `sherpa-onnx-node` (1.13.8), which has no declarations of its own. */
export type SherpaOnnx = {
  readonly OfflineRecognizer: { createAsync(config: object): Promise<SherpaRecogniser> }
  readonly Vad: new (config: object, bufferSeconds: number) => SherpaVoiceDetector
}

export type SherpaRecogniser = {
  /** With words to favour, for transducers only: others end the process. */
  createStream(terms?: string): SherpaStream
  decodeAsync(stream: SherpaStream): Promise<unknown>
}

export type SherpaStream = {
  acceptWaveform(sound: { readonly samples: Float32Array; readonly sampleRate: number }): void
}

/** Takes samples in any number, and has a queue of stretches in which somebody speaks. */
export type SherpaVoiceDetector = {
  acceptWaveform(samples: Float32Array): void
  isEmpty(): boolean
  /** The first in the queue. `start` counts samples from the beginning of all. */
  front(shareMemory: boolean): { readonly start: number; readonly samples: Float32Array }
  pop(): void
  flush(): void
}

/** Loads the native library into this process, which should be a child. Throws `NotHere`. */
export function loadSherpaOnnx(): SherpaOnnx {
  try {
    return createRequire(import.meta.url)('sherpa-onnx-node')
  } catch {
    throw new NotHere('sherpa-onnx-node is not installed, or not made for this machine')
  }
}
