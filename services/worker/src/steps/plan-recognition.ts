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
    /** As `cutRecording` gave them for this engine, where that was done already. */
    readonly pieces?: RecognitionPlan['pieces']
    readonly signal: AbortSignal
    readonly onDetector?: (detector: SpeechDetector, ms: number) => void
  },
): Promise<RecognitionPlan> {
  const { recordings, durationMs, language } = request
  const pieces = request.pieces ?? (await cutRecording(engine, request))
  const { identity } = engine
  const name = createHash('sha256')
    .update(JSON.stringify([recordings, language, identity, pieces]))
    .digest('hex')
  return { name, engine: identity, language, durationMs, pieces }
}

/** The pieces in which an engine hears a recording. */
export function cutRecording(
  engine: SpeechEngine,
  request: {
    readonly wavPath: string
    readonly signal: AbortSignal
    readonly onDetector?: (detector: SpeechDetector, ms: number) => void
  },
): Promise<RecognitionPlan['pieces']> {
  const { wavPath, signal, onDetector } = request
  const { longestPieceMs: longestMs, fixedWindow: fewest } = engine.capabilities
  return planRecording({
    wavPath,
    longestMs,
    fewest,
    signal,
    ...(onDetector ? { onDetector } : {}),
  })
}

export function languageOf(locale: Locale): SpeechLanguage {
  return locale.startsWith('fr') ? 'fr' : 'en'
}
