import type { Numeral } from './numeral.ts'

/** One number that was said as one, and where it ends. */
export type SaidNumeral = {
  readonly numeral: Numeral
  readonly from: number
  /** The atom after it. */
  readonly to: number
  /** NaN for a written number that is no plain one. */
  readonly value: number
  readonly isWhole: boolean
  /** True if the engine wrote all of it in digits itself. */
  readonly isWritten: boolean
  /** True for "a hundred", "a thousand": a round number more often than a count. */
  readonly isArticle: boolean
  readonly rule: 'number.cardinal' | 'number.decimal' | 'number.left-out-hundred'
}
