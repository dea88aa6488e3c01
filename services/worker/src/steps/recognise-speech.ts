import { dirname } from 'node:path'
import type { SpeechEngine, SpeechLanguage } from '@plume/records'
import { hearInPieces, planRecording } from '@plume/speech'
import type { Locale, RecognisedWord, Recognition } from '@plume/transcript'

/** One engine hears the whole recording. The result is a checkpoint: it is not done again. */
export async function recogniseSpeech(
  engine: SpeechEngine,
  request: {
    readonly id: string
    readonly wavPath: string
    readonly durationMs: number
    readonly language: SpeechLanguage
    readonly signal: AbortSignal
  },
): Promise<Recognition> {
  const { id, wavPath, durationMs, language, signal } = request
  const plan = await planRecording({
    wavPath,
    longestMs: engine.capabilities.longestPieceMs,
    signal,
  })
  const words: RecognisedWord[] = []
  const pieces = hearInPieces(
    engine,
    { wavPath, plan, indices: [...plan.keys()], tempDir: dirname(wavPath) },
    { language, signal },
  )
  for await (const heard of pieces) words.push(...heard.words)
  return { id, language, engine: engine.identity, durationMs, words }
}

export function languageOf(locale: Locale): SpeechLanguage {
  return locale.startsWith('fr') ? 'fr' : 'en'
}
