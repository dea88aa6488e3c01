import type { Letters } from '../commands/command.ts'
import type { MarkShape, WritingProfile } from '../locale-profile.ts'
import type { Manner } from '../reading/span.ts'
import { withFirstCapital } from './first-capital.ts'
import { type Piece, rewrite } from './piece.ts'

/** A piece as a command wants it written, with what it stands in place of in its trail. */
export function withManner(piece: Piece, manner: Manner, profile: WritingProfile): Piece {
  const { letters, text, inPlaceOf, closed, joined, stop } = manner
  let written = piece
  if (inPlaceOf) {
    const { rule, text: before } = inPlaceOf
    written = { ...written, rules: [...written.rules, { rule, before, after: piece.text }] }
  }
  if (text !== undefined) written = rewritten(written, 'repair.agreement', text)
  if (letters) written = rewritten(written, `letters.${letters}`, cased(written.text, letters))
  if (stop !== undefined) {
    written = rewritten(written, 'mark.engine-mark', written.text.replace(/[.,;:?!]*$/, stop))
  }
  if (closed)
    written = rewrite(written, 'mark.closed', withMark(written.text, profile.marks[closed]))
  return joined ? { ...written, left: '' } : written
}

/** A closing mark goes before the full stop that ends the sentence. */
function withMark(text: string, { text: mark, left }: MarkShape): string {
  const stop = /[.?!…]*$/.exec(text)?.[0] ?? ''
  return `${text.slice(0, text.length - stop.length)}${left}${mark}${stop}`
}

function rewritten(piece: Piece, rule: string, text: string): Piece {
  return text === piece.text ? piece : rewrite(piece, rule, text)
}

function cased(text: string, letters: Letters): string {
  switch (letters) {
    case 'capital':
      return withFirstCapital(text)
    case 'small':
      return text.replace(/\p{L}/u, (letter) => letter.toLowerCase())
    case 'title':
      return text.replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    case 'capitals':
      return text.toUpperCase()
    case 'name':
      return cased(text.toLowerCase(), 'capital')
    case 'smalls':
      return text.toLowerCase()
  }
}
