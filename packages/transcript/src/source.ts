import type { WordRange } from './recognition.ts'

/** One rule that changed the dictated words, with what it saw and what it wrote. */
export type RuleApplication = {
  readonly rule: string
  readonly before: string
  readonly after: string
}

/** Why a gap was left rather than filled: nothing is guessed. */
export type BlankReason =
  | 'not-dictated'
  | 'out-of-range'
  | 'several-values'
  | 'wrong-unit'
  | 'condition-unknown'

/**
 * Where a run of text comes from.
 *
 * - `dictated`: recognised words, and the rules that wrote them.
 * - `template`: boilerplate of a report template. `default` marks text that nobody dictated and that stands
 *   until somebody says otherwise; `over` names the dictated words that asked for it ("insert normal chest")
 *   or that it says in their place, as a field's label does.
 * - `context`: a fact from the patient, order or author record (for example `patient.name`).
 * - `typed`: a person wrote it; `over` names the dictated words it stands in place of, if any.
 * - `blank`: a visible gap that a person must fill; `over` names the words that were unclear, if any, and
 *   `reason` says why nothing stands there.
 */
export type Source =
  | {
      readonly kind: 'dictated'
      readonly words: WordRange
      readonly rules: readonly RuleApplication[]
    }
  | {
      readonly kind: 'template'
      readonly template: string
      readonly version: number
      readonly default?: true
      readonly over?: WordRange
    }
  | { readonly kind: 'context'; readonly field: string }
  | {
      readonly kind: 'typed'
      readonly by: string
      /** ISO 8601, UTC. */
      readonly at: string
      readonly over?: WordRange
    }
  | { readonly kind: 'blank'; readonly over?: WordRange; readonly reason?: BlankReason }

/** A piece of text with one source. Never empty. */
export type Run = { readonly text: string; readonly source: Source }

/** Text whose every character answers for itself: the runs, in order, are the text. */
export type TracedText = readonly Run[]
