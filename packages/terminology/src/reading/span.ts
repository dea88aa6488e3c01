import type { Command, Letters, NoteKind } from '../commands/command.ts'
import type { MarkName, WritingProfile } from '../locale-profile.ts'

/** What a stretch of tokens `[from, to)` means. Reading finds it; rendering writes it. */
export type Span = {
  readonly from: number
  readonly to: number
  /** How a command wants it written. */
  readonly manner?: Manner
} & Meaning

/** What commands change about words that they leave in their place. */
export type Manner = {
  readonly letters?: Letters
  /** True to leave no space before it. */
  readonly joined?: true
  /** The engine's mark that ends it, in place of its own. */
  readonly stop?: string
  /** What was said to the secretary, or taken back, right after it. */
  readonly asides?: readonly Aside[]
  /** Another form of the word: "an" for "a" before a number that was put in place of another. */
  readonly text?: string
  /** A mark that was opened before it and never closed: written after it. */
  readonly closed?: MarkName
  /** What it stands in place of: goes into the trail of its rules. */
  readonly inPlaceOf?: { readonly rule: string; readonly text: string }
}

/** Words that were said to the secretary, or taken back: in the findings, not in the text. */
export type Aside = { readonly kind: NoteKind; readonly text: string }

export type BreakSize = 'line' | 'paragraph' | 'page'

export type Meaning =
  /** Words that are written as they were given. `doubt`: they may mean more than one thing. */
  | { readonly kind: 'prose'; readonly doubt?: Doubt }
  | { readonly kind: 'mark'; readonly mark: MarkName; readonly said: boolean }
  | { readonly kind: 'break'; readonly size: BreakSize; readonly said: boolean }
  /** The start of an item of a list; `number` null: a bullet. */
  | { readonly kind: 'item'; readonly number: number | null }
  /** A gap that somebody must fill. */
  | { readonly kind: 'blank' }
  /** `returns`: to a section that was dictated before, "go back to findings". */
  | { readonly kind: 'heading'; readonly sectionId: string; readonly returns?: true }
  /** Something with a written form of its own: a number, a dose, a date, a term. */
  | {
      readonly kind: 'value'
      readonly type: ValueType
      readonly parts: readonly ValuePart[]
      readonly doubt?: Doubt
    }
  /** Changes other words than its own; obeyed after everything was read. */
  | { readonly kind: 'command'; readonly command: Command }
  /** Leaves no text behind. */
  | { readonly kind: 'dropped'; readonly rule: string }

/**
 * What kind of thing a value is. Corrections ("five, correction, ten milligrams") put a value in place of
 * another of its own type only.
 */
export type ValueType =
  | 'age'
  | 'code'
  | 'date'
  | 'duration'
  | 'fraction'
  | 'frequency'
  | 'grade'
  | 'height'
  | 'level'
  | 'measure'
  | 'money'
  | 'number'
  | 'ordinal'
  | 'pressure'
  | 'range'
  | 'ratio'
  | 'sign'
  | 'term'
  | 'time'

/** Why a person should look at words that were written as they were said. */
export type Doubt =
  | 'ambiguous-number'
  | 'ambiguous-date'
  | 'ambiguous-mark'
  | 'open-correction'
  | 'nothing-to-strike'
  | 'words-after-end'
  | 'unclosed-mark'
  | 'unclosed-letters'
  | 'spelled-word'

/**
 * Tokens `[from, to)` of a value and what they become. The parts of a value follow each other and cover
 * it; each leaves its own entry in the trail of rules if it changed anything.
 */
export type ValuePart = {
  readonly from: number
  readonly to: number
  readonly rule: string
  readonly write: Writing
  /** The space before it, unless it is the first part: 'none' if absent. */
  readonly left?: Gap
}

/** What a value becomes: the same for every profile, or as a profile says. */
export type Writing = string | ((profile: WritingProfile) => string)

export function writtenFor(profile: WritingProfile, write: Writing): string {
  return typeof write === 'string' ? write : write(profile)
}

/** Spaces by name; the profile knows which characters they are. */
export type Gap = 'none' | 'space' | 'unit' | 'percent'

/** A value that one rule wrote, all of it. */
export function valueSpan(
  span: { readonly from: number; readonly to: number },
  type: ValueType,
  rule: string,
  write: Writing,
): Span {
  const { from, to } = span
  return { from, to, kind: 'value', type, parts: [{ from, to, rule, write }] }
}

/** The tokens, each as it was given. */
export function asSpoken(from: number, to: number): readonly Span[] {
  return Array.from({ length: to - from }, (_, index) => ({
    from: from + index,
    to: from + index + 1,
    kind: 'prose',
  }))
}

/** Tokens that may mean more than one thing: one stretch, as it was given, for a person to look at. */
export function inDoubt(from: number, to: number, doubt: Doubt): readonly Span[] {
  return [{ from, to, kind: 'prose', doubt }]
}
