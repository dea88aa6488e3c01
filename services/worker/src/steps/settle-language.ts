import type {
  DictationStore,
  LanguageOrigin,
  RecognitionPlan,
  SpeechEngine,
  SpeechLanguage,
} from '@plume/records'
import { inLanguage } from '@plume/report-templates'
import { detectInPieces } from '@plume/speech'
import type { Locale } from '@plume/transcript'
import { cutRecording, languageOf } from './plan-recognition.ts'

export type SettledLanguage = {
  readonly locale: Locale
  readonly languageOrigin: LanguageOrigin
  /** How the recording was cut to find it, and for which engine. */
  readonly cut?: { readonly engine: SpeechEngine; readonly pieces: RecognitionPlan['pieces'] }
}

type Known = { readonly locale: Locale; readonly languageOrigin: LanguageOrigin }

/**
 * What a dictation's language is. Where that is to be found, an engine hears the first pieces, and what comes of it is
 * stored at once: an attempt that follows, or a worker that hears a share, takes it as it is. Not clear, or no
 * engine that can tell: the language that the upload named, marked as unsure. Null: nothing is there to hear it with, so
 * nothing is decided.
 */
export async function settleLanguage(
  needs: {
    readonly engines: () => readonly SpeechEngine[]
    /** Spoken at this site. */
    readonly languages: readonly SpeechLanguage[]
    readonly save: (settled: Parameters<DictationStore['saveLanguage']>[2]) => Promise<void>
  },
  { locale, languageOrigin }: Known,
  sound: {
    readonly wavPath: string
    readonly directory: string
    readonly signal: AbortSignal
  },
): Promise<SettledLanguage | null> {
  if (languageOrigin !== 'to-find') return { locale, languageOrigin }
  const { languages } = needs
  const engines = needs.engines()
  const engine = engines.find((each) => canTell(each, languages))
  if (!engine) {
    const hasOwn = engines.some((each) => each.capabilities.languages.includes(languageOf(locale)))
    if (!hasOwn) return null
    await needs.save({ locale, languageOrigin: 'unsure' })
    return { locale, languageOrigin: 'unsure' }
  }
  const { wavPath, directory, signal } = sound
  const pieces = await cutRecording(engine, { wavPath, signal })
  const found = await detectInPieces(
    engine,
    { wavPath, plan: pieces, tempDir: directory },
    { among: languages, signal },
  )
  const settled = found
    ? ({ locale: inLanguage(locale, found.language), languageOrigin: 'found' } as const)
    : ({ locale, languageOrigin: 'unsure' } as const)
  await needs.save(settled)
  return { ...settled, cut: { engine, pieces } }
}

/** One that knows only some of the site's languages would find the wrong one in the others. */
function canTell(engine: SpeechEngine, languages: readonly SpeechLanguage[]): boolean {
  return (
    engine.detectLanguage !== undefined &&
    languages.every((language) => engine.capabilities.languages.includes(language))
  )
}
