import type { WordRange } from './recognition.ts'
import type { TracedText } from './source.ts'

/** A section and every way a doctor may say its name, in lower case, accents kept. */
export type SpokenHeading = {
  readonly sectionId: string
  readonly aliases: readonly string[]
}

/** A stretch of dictation under one spoken heading, or under none (`sectionId` null). */
export type WrittenPart = {
  readonly sectionId: string | null
  /** The words that named the section; null where no heading was said. */
  readonly headingWords: WordRange | null
  readonly text: TracedText
}

/** Words that leave no text behind (a filler, "scratch that"), kept so that nothing vanishes unseen. */
export type DroppedWords = {
  readonly words: WordRange
  readonly rule: string
  readonly before: string
}

/** What the writer makes of a recognition: every recognised word is in a run, a heading, or among the dropped. */
export type WrittenDictation = {
  readonly parts: readonly WrittenPart[]
  readonly dropped: readonly DroppedWords[]
}
