import { createHash } from 'node:crypto'
import type { RecognitionPlan, SpeechEngine, SpeechLanguage } from '@plume/records'
import { planRecording, type SpeechDetector } from '@plume/speech'
import type { Locale } from '@plume/transcript'

/** Cuts a recording for an engine. The same recordings, engine and language give the same plan under the same name. */
export async function planRecognition(
  engine: SpeechEngine,
  request: {
    /** What the sound was made of: hashes of its recordings, in order. */
    readonly recordings: readonly string[]
    readonly wavPath: string
    readonly durationMs: number
    readonly language: SpeechLanguage
    readonly signal: AbortSignal
    readonly onDetector?: (detector: SpeechDetector, ms: number) => void
  },
): Promise<RecognitionPlan> {
  const { recordings, wavPath, durationMs, language, signal, onDetector } = request
  const { longestPieceMs: longestMs, fixedWindow: fewest } = engine.capabilities
  const pieces = await planRecording({
    wavPath,
    longestMs,
    fewest,
    signal,
    ...(onDetector ? { onDetector } : {}),
  })
  const { identity } = engine
  const name = createHash('sha256')
    .update(JSON.stringify([recordings, language, identity, pieces]))
    .digest('hex')
  return { name, engine: identity, language, durationMs, pieces }
}

export function languageOf(locale: Locale): SpeechLanguage {
  return locale.startsWith('fr') ? 'fr' : 'en'
}
