import type { EngineIdentity, Omission, RecognisedWord } from '@plume/transcript'

export type SpeechLanguage = 'en' | 'fr'

export type SpeechEngineCapabilities = {
  readonly languages: readonly SpeechLanguage[]
  readonly wordTimes: boolean
  readonly confidence: boolean
  readonly prompt: boolean
  /** The longest piece it hears well, in milliseconds. */
  readonly longestPieceMs: number
  /** It takes as long for a second as for its longest piece, as Whisper does. */
  readonly fixedWindow?: boolean
  /** How much it can be told to expect. Absent where it takes nothing. */
  readonly vocabulary?: {
    /** Tokens of a prompt. */
    readonly promptTokens: number
    /** Words to favour. */
    readonly terms: number
    /** Nobody else on the machine can read it: not so for what stands in a command line. */
    readonly isPrivate: boolean
  }
}

/** How sure an engine is of a language, 0 to 1. */
export type DetectedLanguage = { readonly language: SpeechLanguage; readonly probability: number }

/** Sound to recognise: a 16 kHz mono 16-bit WAV file. */
export type SpeechPiece = { readonly wavPath: string; readonly durationMs: number }

/** Times are milliseconds from the start of the piece, and inside it. Words are in order. */
export type HeardPiece = {
  readonly words: readonly RecognisedWord[]
  readonly omissions: readonly Omission[]
}

export type TranscribeOptions = {
  readonly language: SpeechLanguage
  /** Text that tells the engine what kind of dictation to expect. Ignored where unsupported. */
  readonly prompt?: string
  /** Words the engine should favour. Ignored where unsupported. */
  readonly terms?: readonly string[]
  readonly signal?: AbortSignal
  /** Called with the fraction of all pieces that is done, 0 to 1, never falling. */
  readonly onProgress?: (fraction: number) => void
}

/**
 * A speech recogniser. It runs outside the worker's process: its crash, hang or endless decode ends
 * a child, not the worker.
 *
 * `transcribe` gives what it heard in each piece, in order, as soon as it is known: what has come is
 * kept if the rest fails. Several pieces in one call share what is costly, such as loading a model. It
 * throws a `Failure` (`engine-crashed`, `engine-timeout`, `engine-unavailable`,
 * `engine-output-unreadable`), or the signal's reason when aborted. Whoever stops reading stops it.
 */
export interface SpeechEngine {
  readonly identity: EngineIdentity
  readonly capabilities: SpeechEngineCapabilities
  transcribe(pieces: readonly SpeechPiece[], options: TranscribeOptions): AsyncIterable<HeardPiece>
  /** Which of some languages is spoken in the first pieces; null where that is not clear. Absent where it cannot tell. */
  readonly detectLanguage?: (
    pieces: readonly SpeechPiece[],
    options: { readonly among: readonly SpeechLanguage[]; readonly signal?: AbortSignal },
  ) => Promise<DetectedLanguage | null>
}
