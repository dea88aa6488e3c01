import type { MarkShape, WritingProfile } from '../locale-profile.ts'
import type { Manner } from '../reading/span.ts'
import { type Piece, rewrite } from './piece.ts'

/** A piece as a command wants it written, with what it stands in place of in its trail. */
export function withManner(piece: Piece, manner: Manner, profile: WritingProfile): Piece {
  const { letters, text, inPlaceOf, closed } = manner
  let written = piece
  if (inPlaceOf) {
    const { rule, text: before } = inPlaceOf
    written = { ...written, rules: [...written.rules, { rule, before, after: piece.text }] }
  }
  if (text !== undefined) written = rewritten(written, 'repair.agreement', text)
  if (letters) written = rewritten(written, `letters.${letters}`, cased(written.text, letters))
  if (closed)
    written = rewrite(written, 'mark.closed', withMark(written.text, profile.marks[closed]))
  return written
}

/** A closing mark goes before the full stop that ends the sentence. */
function withMark(text: string, { text: mark, left }: MarkShape): string {
  const stop = /[.?!…]*$/.exec(text)?.[0] ?? ''
  return `${text.slice(0, text.length - stop.length)}${left}${mark}${stop}`
}

function rewritten(piece: Piece, rule: string, text: string): Piece {
  return text === piece.text ? piece : rewrite(piece, rule, text)
}

function cased(text: string, letters: 'capital' | 'small'): string {
  return text.replace(/\p{L}/u, (letter) =>
    letters === 'capital' ? letter.toUpperCase() : letter.toLowerCase(),
  )
}
