import type { MarkName } from '../locale-profile.ts'
import { type Piece, rewrite } from './piece.ts'

/**
 * Engines put marks around words that were said as commands: "clear. Period." What was said wins, so
 * the engine's mark before it goes. Doubled punctuation is what users of comparable systems report most.
 */
export function withoutEngineMark(
  piece: Piece,
  absorbed: ReadonlySet<string>,
  isPeriod = false,
): Piece {
  let to = piece.text.length
  while (to > 0 && absorbed.has(piece.text.charAt(to - 1))) to--
  const kept = piece.text.slice(0, to)
  // "2 p.m., comma": the last point belongs to the abbreviation.
  const isAbbreviation = /\.\p{L}$/u.test(kept) && piece.text.charAt(to) === '.'
  const text = isAbbreviation && !isPeriod ? `${kept}.` : kept
  return text === piece.text ? piece : rewrite(piece, 'mark.engine-mark', text)
}

const all = new Set('.,;:?!…\u00a0\u202f')
const soft = new Set('.,')
const comma = new Set(',')

/** The engine's marks that give way to one that was said, or to a break. */
export function absorbedBefore(mark: MarkName | 'break'): ReadonlySet<string> {
  switch (mark) {
    case 'period':
    case 'comma':
    case 'colon':
    case 'semicolon':
    case 'question':
    case 'exclamation':
    case 'ellipsis':
      return all
    case 'hyphen':
    case 'slash':
    case 'apostrophe':
    case 'percent':
      return soft
    default:
      return comma
  }
}
