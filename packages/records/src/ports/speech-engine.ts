import type { EngineIdentity, RecognisedWord } from '@plume/transcript'

export type SpeechLanguage = 'en' | 'fr'

export type SpeechEngineCapabilities = {
  readonly languages: readonly SpeechLanguage[]
  readonly wordTimes: boolean
  readonly confidence: boolean
  readonly prompt: boolean
}

export type TranscribeOptions = {
  readonly language: SpeechLanguage
  /** Text that tells the engine what kind of dictation to expect. Ignored where unsupported. */
  readonly prompt?: string
  /** Words the engine should favour. Ignored where unsupported. */
  readonly terms?: readonly string[]
  readonly signal?: AbortSignal
  /** Called with the fraction of the audio that is done, 0 to 1, never falling. */
  readonly onProgress?: (fraction: number) => void
}

/**
 * A speech recogniser. It runs outside the worker's process: its crash, hang or endless decode ends
 * a child, not the worker.
 *
 * `transcribe` reads a 16 kHz mono 16-bit WAV file and returns words in order, with times inside the
 * audio. It throws a `Failure` (`engine-crashed`, `engine-timeout`, `engine-unavailable`,
 * `engine-output-unreadable`), or the signal's reason when aborted.
 */
export interface SpeechEngine {
  readonly identity: EngineIdentity
  readonly capabilities: SpeechEngineCapabilities
  transcribe(
    audio: { readonly wavPath: string; readonly durationMs: number },
    options: TranscribeOptions,
  ): Promise<readonly RecognisedWord[]>
}
