/** The program of the child process that finds voices with Silero's network, run by sherpa-onnx. */
import { answerParent } from '../engine-child/answer-parent.ts'
import { floatsOf } from '../float-samples.ts'
import { loadSherpaOnnx, type SherpaVoiceDetector } from '../sherpa-onnx/load-sherpa-onnx.ts'
import type { TimeSpan } from '../time-span.ts'
import { openWavSamples, samplesPerMs } from '../wav-samples.ts'

export type SileroSettings = { readonly modelPath: string }
/** What of a recording is to be heard, in milliseconds. */
export type SileroQuestion = TimeSpan & { readonly wavPath: string }
/** Beginnings and ends of speech, in milliseconds of the recording. */
export type SileroAnswer = readonly (readonly [number, number])[]

/** What the network takes at 16 kHz, in samples: 32 ms. */
const windowSize = 512
/** Read at a time, in milliseconds: a whole number of windows. */
const chunkMs = 512 * 16

const config = {
  sampleRate: 16_000,
  numThreads: 1,
  provider: 'cpu',
  debug: 0,
  sileroVad: {
    // Silero's own is 0.5: lower errs towards speech. Seconds for the rest.
    threshold: 0.3,
    minSilenceDuration: 0.15,
    minSpeechDuration: 0.05,
    windowSize,
    // Longer speech is given out in parts that touch: no hour of it is held in memory.
    maxSpeechDuration: 30,
  },
}
const bufferSeconds = 60

answerParent<SileroSettings, SileroQuestion>(async ({ modelPath }) => {
  const { Vad } = loadSherpaOnnx()
  const sileroVad = { ...config.sileroVad, model: modelPath }
  return (question) => listen(new Vad({ ...config, sileroVad }, bufferSeconds), question)
})

async function listen(
  detector: SherpaVoiceDetector,
  { wavPath, startMs, endMs }: SileroQuestion,
): Promise<SileroAnswer> {
  const sound = await openWavSamples(wavPath)
  const spans: [number, number][] = []
  const until = Math.min(endMs, sound.durationMs)
  try {
    for (let chunkStart = startMs; chunkStart < until; chunkStart += chunkMs) {
      const chunkEnd = Math.min(until, chunkStart + chunkMs)
      const samples = floatsOf(await sound.read(chunkStart, chunkEnd))
      for (let at = 0; at < samples.length; at += windowSize) {
        detector.acceptWaveform(samples.subarray(at, at + windowSize))
      }
      drain(detector, startMs, spans)
    }
    detector.flush()
    drain(detector, startMs, spans)
    return spans
  } finally {
    await sound.close()
  }
}

function drain(detector: SherpaVoiceDetector, startMs: number, spans: [number, number][]): void {
  while (!detector.isEmpty()) {
    const { start, samples } = detector.front(false)
    const from = startMs + start / samplesPerMs
    spans.push([from, from + samples.length / samplesPerMs])
    detector.pop()
  }
}
