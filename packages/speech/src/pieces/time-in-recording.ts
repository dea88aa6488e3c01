import type { HeardPiece } from '@plume/records'
import type { Omission, RecognisedWord } from '@plume/transcript'
import type { TimeSpan } from '../time-span.ts'
import { overlapMs, type PlannedPiece } from './plan-pieces.ts'

/** The same words, with times in the recording instead of the piece that was cut from it. */
export function placeInRecording(heard: HeardPiece, { parts, keeps }: PlannedPiece): HeardPiece {
  const place = <T extends TimeSpan>(span: T): T => ({
    ...span,
    startMs: startInRecording(span.startMs, parts),
    endMs: Math.max(startInRecording(span.startMs, parts), endInRecording(span.endMs, parts)),
  })
  const placed = { words: heard.words.map(place), omissions: heard.omissions.map(place) }
  return keeps ? keepOnly(placed, keeps, parts) : placed
}

/**
 * Of what two pieces heard, each keeps its side of the cut; the other side is in the record. The two may
 * not agree on when a word at the cut was said: those words are marked as unsure.
 */
function keepOnly(
  { words, omissions }: HeardPiece,
  keeps: TimeSpan,
  parts: readonly TimeSpan[],
): HeardPiece {
  // A word of no length at the very end of the piece is no neighbour's.
  const untilMs = isEdge(keeps.endMs, parts) ? Number.POSITIVE_INFINITY : keeps.endMs
  const isKept = ({ startMs, endMs }: TimeSpan) => {
    const middle = (startMs + endMs) / 2
    return middle >= keeps.startMs && middle < untilMs
  }
  const cuts = [keeps.startMs, keeps.endMs].filter((ms) => !isEdge(ms, parts))
  const overlaps = words.filter((word) => !isKept(word)).map(toOmission)
  return {
    words: words.filter(isKept).map((word) => (isAtCut(word, cuts) ? unsure(word) : word)),
    omissions: [...omissions, ...overlaps].toSorted((a, b) => a.startMs - b.startMs),
  }
}

const toOmission = ({ text, startMs, endMs }: RecognisedWord): Omission => ({
  reason: 'overlap',
  text,
  startMs,
  endMs,
})

const unsure = (word: RecognisedWord): RecognisedWord => ({ ...word, confidence: 0 })

function isEdge(ms: number, parts: readonly TimeSpan[]): boolean {
  return ms === parts[0]?.startMs || ms === parts.at(-1)?.endMs
}

function isAtCut({ startMs, endMs }: TimeSpan, cuts: readonly number[]): boolean {
  return cuts.some((cut) => startMs < cut + overlapMs / 2 && endMs > cut - overlapMs / 2)
}

/** A moment where two parts meet is the beginning of the later one... */
function startInRecording(ms: number, parts: readonly TimeSpan[]): number {
  let left = ms
  for (const { startMs, endMs } of parts) {
    if (left < endMs - startMs) return startMs + left
    left -= endMs - startMs
  }
  return parts.at(-1)?.endMs ?? ms
}

/** ...or the end of the earlier one. */
function endInRecording(ms: number, parts: readonly TimeSpan[]): number {
  let left = ms
  for (const { startMs, endMs } of parts) {
    if (left <= endMs - startMs) return startMs + left
    left -= endMs - startMs
  }
  return parts.at(-1)?.endMs ?? ms
}
