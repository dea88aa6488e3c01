import type { Recognition, Source, TimeRange, WordRange } from '@plume/transcript'
import type { Node as DocNode } from 'prosemirror-model'
import { sourceOf } from '../report-doc/schema.ts'

/** A stretch of the document and the stretch of the recording where it was said. */
export type SpokenPiece = TimeRange & { readonly from: number; readonly to: number }

/** The playing word stays marked this long after its end, so that the mark does not flicker. */
const lingerMs = 300

/**
 * Every playable stretch of the document, in the order in which it was said. A run of several words
 * is cut into its words where the text still has as many as were heard; otherwise it is one piece.
 */
export function spokenPieces(
  doc: DocNode,
  recognitions: readonly Recognition[],
): readonly SpokenPiece[] {
  const byId = new Map(recognitions.map((recognition) => [recognition.id, recognition]))
  const pieces: SpokenPiece[] = []
  doc.descendants((node, from) => {
    const words = node.isText ? wordsOf(sourceOf(node)) : null
    const recognition = words && byId.get(words.recognitionId)
    if (recognition) pieces.push(...cutIntoWords(node.text ?? '', from, recognition, words))
  })
  return pieces.sort((a, b) => a.startMs - b.startMs || a.from - b.from)
}

/** The dictated words that a source stands for, be it their text, a correction or a blank. */
export function wordsOf(source: Source | null): WordRange | null {
  if (!source) return null
  if (source.kind === 'dictated') return source.words
  return 'over' in source && source.over ? source.over : null
}

export function timeRangeOf(words: WordRange, recognition: Recognition): TimeRange | null {
  const first = recognition.words[words.from]
  const last = recognition.words[words.to - 1]
  return first && last ? { startMs: first.startMs, endMs: last.endMs } : null
}

function cutIntoWords(
  text: string,
  from: number,
  recognition: Recognition,
  words: WordRange,
): readonly SpokenPiece[] {
  const written = [...text.matchAll(/\S+/g)]
  const whole = timeRangeOf(words, recognition)
  if (!whole || written.length === 0) return []
  if (written.length !== words.to - words.from) {
    return [{ from, to: from + text.length, ...whole }]
  }
  return written.flatMap((match, index) => {
    const at = words.from + index
    const time = timeRangeOf({ ...words, from: at, to: at + 1 }, recognition)
    const start = from + match.index
    return time ? [{ from: start, to: start + match[0].length, ...time }] : []
  })
}

/** What is being said at a moment of the recording; null in a pause. */
export function pieceAtTime(pieces: readonly SpokenPiece[], ms: number): SpokenPiece | null {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.startMs ?? 0) <= ms) low = middle + 1
    else high = middle
  }
  const piece = pieces[low - 1]
  return piece && ms < piece.endMs + lingerMs ? piece : null
}

/** The piece that a position in the document touches. */
export function pieceAtPosition(
  pieces: readonly SpokenPiece[],
  position: number,
): SpokenPiece | null {
  return (
    pieces.find((piece) => piece.from <= position && position < piece.to) ??
    pieces.find((piece) => piece.to === position) ??
    null
  )
}

/** The piece at a position, or else the nearest one before it in the text: where to listen from. */
export function pieceToListenFrom(
  pieces: readonly SpokenPiece[],
  position: number,
): SpokenPiece | null {
  const before = pieces.filter((piece) => piece.from <= position)
  return (
    pieceAtPosition(pieces, position) ??
    before.reduce<SpokenPiece | null>(
      (nearest, piece) => (nearest && nearest.to > piece.to ? nearest : piece),
      null,
    ) ??
    pieces[0] ??
    null
  )
}
