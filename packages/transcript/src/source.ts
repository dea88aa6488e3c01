import type { WordRange } from './recognition.ts'

/** One rule that changed the dictated words, with what it saw and what it wrote. */
export type RuleApplication = {
  readonly rule: string
  readonly before: string
  readonly after: string
}

/**
 * Where a run of text comes from.
 *
 * - `dictated`: recognised words, and the rules that wrote them.
 * - `template`: boilerplate of a report template.
 * - `context`: a fact from the patient, order or author record (for example `patient.name`).
 * - `typed`: a person wrote it; `over` names the dictated words it stands in place of, if any.
 * - `blank`: a visible gap that a person must fill; `over` names the words that were unclear, if any.
 */
export type Source =
  | {
      readonly kind: 'dictated'
      readonly words: WordRange
      readonly rules: readonly RuleApplication[]
    }
  | { readonly kind: 'template'; readonly template: string; readonly version: number }
  | { readonly kind: 'context'; readonly field: string }
  | {
      readonly kind: 'typed'
      readonly by: string
      /** ISO 8601, UTC. */
      readonly at: string
      readonly over?: WordRange
    }
  | { readonly kind: 'blank'; readonly over?: WordRange }

/** A piece of text with one source. Never empty. */
export type Run = { readonly text: string; readonly source: Source }

/** Text whose every character answers for itself: the runs, in order, are the text. */
export type TracedText = readonly Run[]
