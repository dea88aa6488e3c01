import type { SpeechEngine, SpeechLanguage } from '@plume/records'
import type { Locale, Recognition } from '@plume/transcript'

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
  const words = await engine.transcribe({ wavPath, durationMs }, { language, signal })
  return { id, language, engine: engine.identity, durationMs, words }
}

export function languageOf(locale: Locale): SpeechLanguage {
  return locale.startsWith('fr') ? 'fr' : 'en'
}
