/**
 * What a speech engine heard. Recognised words are never edited: a correction is a new run of
 * traced text beside them (docs/adr/0002-traced-text.md).
 */

/** Position of a word in its recognition, counted from 0. With the recognition id it names the word for ever. */
export type WordIndex = number

export type RecognisedWord = {
  readonly text: string
  /** Milliseconds from the start of the decoded audio. */
  readonly startMs: number
  readonly endMs: number
  /** The engine's own probability, 0 to 1. Absent where the engine gives none. */
  readonly confidence?: number
}

/** Which program and weights produced the words, so that a result can be repeated or withdrawn. */
export type EngineIdentity = {
  readonly engine: string
  readonly model: string
  readonly modelSha256: string
  /** True for engines that show the product but must never be used on patients. */
  readonly demonstrationOnly: boolean
}

/**
 * Something an engine gave out that nobody said, or that the next piece heard as well (`overlap`): left out
 * of the words and kept for whoever asks. `nothing-heard`, without text: a voice in which it heard no word.
 */
export type Omission = {
  readonly reason:
    | 'repetition'
    | 'phantom-phrase'
    | 'not-speech'
    | 'prompt-echo'
    | 'overlap'
    | 'nothing-heard'
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

export type Recognition = {
  readonly id: string
  readonly language: 'en' | 'fr'
  readonly engine: EngineIdentity
  /** Length of the decoded audio in milliseconds. */
  readonly durationMs: number
  readonly words: readonly RecognisedWord[]
  /** Absent in what was recognised before engines were watched for it. */
  readonly omissions?: readonly Omission[]
}

/** Half-open range `[from, to)` of word indices in one recognition. */
export type WordRange = {
  readonly recognitionId: string
  readonly from: WordIndex
  readonly to: WordIndex
}

export type TimeRange = { readonly startMs: number; readonly endMs: number }
