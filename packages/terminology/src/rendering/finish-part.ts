import { endsSentence } from '../reading/sentence-end.ts'
import { withFirstCapital } from './first-capital.ts'
import { type Piece, rewrite } from './piece.ts'

/** What dictation leaves to the writer: capitals at the start of sentences, a full stop at the end. */
export function finishPart(pieces: readonly Piece[]): readonly Piece[] {
  return withLastStop(withCapitals(pieces))
}

/**
 * Only after what was said: an engine that writes its own full stops writes its own capitals, and its
 * points may belong to abbreviations.
 */
function withCapitals(pieces: readonly Piece[]): readonly Piece[] {
  let isStart = true
  let hasText = false
  return pieces.map((piece) => {
    if (piece.kind === 'words') {
      const capitalised = isStart ? capitalise(piece) : piece
      isStart = false
      hasText = true
      return capitalised
    }
    if (piece.kind === 'break' || piece.kind === 'item') isStart = true
    // A question mark before any word marks a doubt: "? pneumonia".
    if (piece.saidMark && endsSentence(piece.saidMark)) isStart ||= hasText
    return piece
  })
}

function capitalise(piece: Piece): Piece {
  const text = withFirstCapital(piece.text)
  return text === piece.text ? piece : rewrite(piece, 'capital.sentence-start', text)
}

/** A full stop that nobody said belongs to the last words, and says so. */
function withLastStop(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.at(-1)
  const end = pieces
    .slice(-3)
    .map((piece) => piece.text)
    .join('')
  if (!last || !/[\p{L}\p{N}%°)\]”»"'’+]$/u.test(end)) return pieces
  if (/[.?!…][)\]”»"'’\s]*$/u.test(end)) return pieces
  return [...pieces.slice(0, -1), rewrite(last, 'stop.end-of-part', `${last.text}.`)]
}
