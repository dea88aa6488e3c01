import type { RuleApplication } from '@plume/transcript'
import type { MarkName } from '../locale-profile.ts'
import type { Aside, Doubt } from '../reading/span.ts'

/** A run in the making: text for the words `[from, to)` and the space it wants around it. */
export type Piece = {
  readonly kind: 'words' | 'mark' | 'break' | 'item'
  readonly from: number
  readonly to: number
  readonly text: string
  readonly rules: readonly RuleApplication[]
  /** White space before and after it; '' joins it to its neighbour. */
  readonly left: string
  readonly right: string
  /** The mark that was said; null for words, breaks, and marks that only the engine gave. */
  readonly saidMark: MarkName | null
  /** Why a person should look at it. */
  readonly doubt?: Doubt
  /** What was said to the secretary after it. */
  readonly asides?: readonly Aside[]
  /** True for a gap that somebody must fill. */
  readonly isBlank?: boolean
}

/** The piece with its text rewritten, and a record of the rule that did it. */
export function rewrite(piece: Piece, rule: string, text: string): Piece {
  return { ...piece, text, rules: [...piece.rules, { rule, before: piece.text, after: text }] }
}

/** What stands between two pieces. A no-break space wins over an ordinary one, and nothing over both. */
export function spaceBetween(a: Piece, b: Piece): string {
  if (a.right === '' || b.left === '') return ''
  return a.right === ' ' ? b.left : a.right
}
