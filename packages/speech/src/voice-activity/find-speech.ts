import type { TimeSpan } from '../time-span.ts'
import { findSileroModel } from './find-silero-model.ts'
import { findSpeechByLoudness } from './find-speech-by-loudness.ts'
import { findSpeechBySilero } from './find-speech-by-silero.ts'
import { joinFindings } from './join-findings.ts'

/** `silero-failed`: it is installed and did not answer, so that loudness had to do. */
export type SpeechDetector = 'silero' | 'loudness' | 'silero-failed'

export type FoundSpeech = {
  /** Where somebody speaks, in order, not overlapping. None: no voice stands out anywhere. */
  readonly speech: readonly TimeSpan[]
  readonly detector: SpeechDetector
}

/**
 * Finds where somebody speaks: with Silero's network where it is installed, joined with loudness, and by
 * loudness alone where it is not or fails. A recording is never refused for it.
 */
export async function findSpeech(request: {
  readonly wavPath: string
  /** Of the recording, from `measureEnvelope`. */
  readonly levels: Float32Array
  readonly signal?: AbortSignal | undefined
  /** Null for loudness alone. The installed one unless told. */
  readonly sileroModel?: string | null | undefined
}): Promise<FoundSpeech> {
  const { wavPath, levels, signal } = request
  const loudness = findSpeechByLoudness(levels)
  const modelPath = request.sileroModel === undefined ? findSileroModel() : request.sileroModel
  if (modelPath === null) return { speech: loudness, detector: 'loudness' }
  try {
    const network = await findSpeechBySilero({ modelPath, wavPath, levels, signal })
    return { speech: joinFindings(network, loudness, levels), detector: 'silero' }
  } catch {
    signal?.throwIfAborted()
    return { speech: loudness, detector: 'silero-failed' }
  }
}
