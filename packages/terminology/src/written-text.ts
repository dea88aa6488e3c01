import type { WrittenDictation } from '@plume/transcript'

/** UTF-16 positions `[start, end)` in the text of one part of a written dictation. */
export type TextPlace = { readonly part: number; readonly start: number; readonly end: number }

/** Something that may be better, for a person to take or leave. Nothing was changed. */
export type Suggestion = TextPlace & {
  readonly text: string
  readonly proposed: string
  /** Which rule proposes it. */
  readonly kind: string
}

/** Something that a person should look at. `severity` is the harm if it is wrong. */
export type Finding = TextPlace & {
  readonly kind: string
  readonly text: string
  readonly severity: 'high' | 'medium' | 'low'
  /** One sentence for the person, in the language of the text. */
  readonly reason: string
  readonly proposed?: string
  /** Which list or rule says so. */
  readonly source: string
}

/** What the writer gives: the text, what might be better, and what somebody should look at. */
export type WrittenText = WrittenDictation & {
  readonly suggestions: readonly Suggestion[]
  readonly findings: readonly Finding[]
}
