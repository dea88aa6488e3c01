import type { WordRange } from './recognition.ts'

/** The harm if it is wrong. */
export type Severity = 'high' | 'medium' | 'low'

/**
 * Something that a person should look at, found while a dictation was written, at the recognised words that it is about.
 * Words have names for ever; a place in a text is gone with the next edit (docs/adr/0031-findings-stand-at-words.md).
 */
export type WordFinding = {
  readonly words: WordRange
  readonly kind: string
  readonly severity: Severity
  /** What was written of the words then. */
  readonly text: string
  /** One sentence for the person, in the language that was spoken. */
  readonly reason: string
  readonly proposed?: string
  /** Which list or rule says so. */
  readonly source: string
}
