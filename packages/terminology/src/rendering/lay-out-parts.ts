import type { Run, Source, WrittenDictation, WrittenPart } from '@plume/transcript'
import type { DoubtfulText } from '../doubts/doubt-findings.ts'
import type { WritingProfile } from '../locale-profile.ts'
import type { Heard } from '../reading/hear-tokens.ts'
import type { Span } from '../reading/span.ts'
import { finishPart } from './finish-part.ts'
import { type Piece, spaceBetween } from './piece.ts'
import { createWordRanges, type WordRanges } from './word-ranges.ts'
import { type Dropped, textOfTokens, writePieces } from './write-pieces.ts'

export type Layout = {
  readonly recognitionId: string
  readonly heard: Heard
  readonly profile: WritingProfile
  /** True to add no capital and no full stop that was not said. */
  readonly fragment: boolean
}

/** A section's spans, a stretch for each time that somebody went back to it. */
type SpanPart = {
  readonly heading: Span | null
  readonly stretches: readonly (readonly Span[])[]
}

export type LaidOut = {
  readonly written: WrittenDictation
  readonly doubts: readonly DoubtfulText[]
}

/** Spans, cut at the headings, as written parts. */
export function layOutParts(spans: readonly Span[], layout: Layout): LaidOut {
  const { tokens, silent } = layout.heard
  const words = createWordRanges(layout.recognitionId, layout.heard)
  const dropped: Dropped[] = []
  const parts: WrittenPart[] = []
  const doubts: DoubtfulText[] = []
  const spanParts = cutAtHeadings(spans)
  for (const [index, part] of spanParts.entries()) {
    const isLast = index === spanParts.length - 1
    const pieces = part.stretches.flatMap((spans) => {
      const written = writePieces(spans, tokens, layout.profile)
      const trimmed = trimBreaks(written.pieces, {
        start: !layout.fragment,
        end: !layout.fragment || !isLast,
      })
      // Not by spreading: a part may hold more than a call can take.
      for (const words of [...written.dropped, ...trimmed.dropped]) dropped.push(words)
      return layout.fragment ? trimmed.pieces : finishPart(trimmed.pieces)
    })
    if (!part.heading && pieces.length === 0) continue
    const whole = partOf(part.heading, pieces, words)
    for (const doubt of doubtsIn(pieces, whole, parts.length)) doubts.push(doubt)
    parts.push(whole)
  }
  const covered = words.silentInside(spans)
  const droppedWords = [
    ...dropped.map(({ from, to, rule }) => ({
      words: words.of(from, to),
      rule,
      before: textOfTokens(tokens, from, to),
    })),
    ...silent
      .filter(({ index }) => !covered.has(index))
      .map(({ index, text, rule }) => ({ words: words.ofWord(index), rule, before: text })),
  ].sort((a, b) => a.words.from - b.words.from)
  return { written: { parts, dropped: droppedWords }, doubts }
}

function isDoubtful({ doubt, asides }: Piece): boolean {
  return doubt !== undefined || asides !== undefined
}

/** Each piece became one run: where in the text of its part it stands. */
function doubtsIn(
  pieces: readonly Piece[],
  { text: runs }: WrittenPart,
  part: number,
): readonly DoubtfulText[] {
  if (!pieces.some(isDoubtful)) return []
  const doubts: DoubtfulText[] = []
  let start = 0
  for (const [index, { doubt, text, asides }] of pieces.entries()) {
    const run = runs[index]?.text ?? ''
    if (doubt || asides) {
      const from = start + (pieces[index - 1]?.isBlank ? run.indexOf(text) : 0)
      const place = { part, start: from, end: from + text.length, text }
      if (doubt) doubts.push({ ...place, doubt })
      for (const { kind, text: said } of asides ?? []) doubts.push({ ...place, doubt: kind, said })
    }
    start += run.length
  }
  return doubts
}

function cutAtHeadings(spans: readonly Span[]): readonly SpanPart[] {
  const parts: { heading: Span | null; stretches: Span[][] }[] = [
    { heading: null, stretches: [[]] },
  ]
  const known = new Map<string, Span[][]>()
  let stretch = parts[0]?.stretches[0] ?? []
  for (const span of spans) {
    if (span.kind !== 'heading') {
      stretch.push(span)
      continue
    }
    const { from, to, sectionId, returns } = span
    const again = returns && known.get(sectionId)
    stretch = []
    if (again) {
      stretch.push({ from, to, kind: 'dropped', rule: 'goto.section' })
      again.push(stretch)
    } else {
      const stretches = [stretch]
      known.set(sectionId, stretches)
      parts.push({ heading: span, stretches })
    }
  }
  return parts
}

/** Sections are set apart by their headings: breaks at the edge of one would only leave empty lines. */
function trimBreaks(
  pieces: readonly Piece[],
  edges: { readonly start: boolean; readonly end: boolean },
) {
  let from = 0
  let to = pieces.length
  while (edges.start && pieces[from]?.kind === 'break') from++
  while (edges.end && to > from && pieces[to - 1]?.kind === 'break') to--
  const dropped = [...pieces.slice(0, from), ...pieces.slice(to)].map((piece) => ({
    from: piece.from,
    to: piece.to,
    rule: 'break.at-edge',
  }))
  return { pieces: pieces.slice(from, to), dropped }
}

function partOf(heading: Span | null, pieces: readonly Piece[], words: WordRanges): WrittenPart {
  return {
    sectionId: heading?.kind === 'heading' ? heading.sectionId : null,
    headingWords: heading && words.of(heading.from, heading.to),
    text: pieces.map((piece, index): Run => {
      // A blank is nothing but the gap: the space between stands with its neighbours.
      const last = pieces[index - 1]
      const next = pieces[index + 1]
      const before = last?.isBlank ? spaceBetween(last, piece) : ''
      const after = next && !piece.isBlank ? spaceBetween(piece, next) : ''
      return { text: before + piece.text + after, source: sourceOf(piece, words) }
    }),
  }
}

function sourceOf(piece: Piece, words: WordRanges): Source {
  const over = words.of(piece.from, piece.to)
  if (piece.isBlank) return { kind: 'blank', over }
  const fillers = words.fillersIn(piece.from, piece.to)
  const rules = fillers.length > 0 ? [...fillers, ...piece.rules] : piece.rules
  return { kind: 'dictated', words: over, rules }
}
