import type { Manner } from '../reading/span.ts'
import { type Piece, rewrite } from './piece.ts'

/** A piece as a command wants it written, with what it stands in place of in its trail. */
export function withManner(piece: Piece, manner: Manner): Piece {
  const { letters, text, inPlaceOf } = manner
  let written = piece
  if (inPlaceOf) {
    const { rule, text: before } = inPlaceOf
    written = { ...written, rules: [...written.rules, { rule, before, after: piece.text }] }
  }
  if (text !== undefined) written = rewritten(written, 'repair.agreement', text)
  if (letters) written = rewritten(written, `letters.${letters}`, cased(written.text, letters))
  return written
}

function rewritten(piece: Piece, rule: string, text: string): Piece {
  return text === piece.text ? piece : rewrite(piece, rule, text)
}

function cased(text: string, letters: 'capital' | 'small'): string {
  return text.replace(/\p{L}/u, (letter) =>
    letters === 'capital' ? letter.toUpperCase() : letter.toLowerCase(),
  )
}
