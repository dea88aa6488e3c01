import { lengthOf, type TimeSpan } from '../time-span.ts'

/** Parts of a recording, in order, that an engine hears as one: what lies between them is silence. */
export type PlannedPiece = { readonly parts: readonly TimeSpan[] }

/** Silence that stays before and after what is said: an engine hears a pause as the end of a sentence. */
const marginMs = 500

type Request = {
  /** Where somebody speaks, in order, not overlapping. */
  readonly speech: readonly TimeSpan[]
  readonly durationMs: number
  readonly longestMs: number
  /** The best place to cut where there is no pause: the quietest moment between two times. */
  readonly quietestBetween: (fromMs: number, toMs: number) => number
}

/**
 * Cuts a recording into pieces of at most `longestMs`, at pauses where there are any, and leaves long
 * silences out. All that is said is in exactly one piece. As few pieces as packing them in order gives:
 * Whisper takes as long for a second as for thirty.
 */
export function planPieces(request: Request): readonly PlannedPiece[] {
  const { longestMs } = request
  const pieces: TimeSpan[][] = []
  for (const part of partsOf(request)) {
    const last = pieces.at(-1)
    if (last && lengthOf(last) + part.endMs - part.startMs <= longestMs) append(last, part)
    else pieces.push([part])
  }
  return pieces.map((parts) => ({ parts }))
}

/** What touches is one. */
function append(parts: TimeSpan[], part: TimeSpan): void {
  const last = parts.at(-1)
  if (last && last.endMs === part.startMs) {
    parts[parts.length - 1] = { startMs: last.startMs, endMs: part.endMs }
  } else parts.push(part)
}

/** Speech with its margins, none longer than a piece may be. */
function partsOf(request: Request): readonly TimeSpan[] {
  return withMargins(request).flatMap((span) => cutLong(span, request))
}

function withMargins({ speech, durationMs }: Request): readonly TimeSpan[] {
  return speech.map(({ startMs, endMs }, index) => {
    const before = speech[index - 1]?.endMs
    const after = speech[index + 1]?.startMs
    return {
      // Two margins meet in the middle of a pause that is too short for both.
      startMs: Math.max(startMs - marginMs, before === undefined ? 0 : middle(before, startMs)),
      endMs: Math.min(endMs + marginMs, after === undefined ? durationMs : middle(endMs, after)),
    }
  })
}

const middle = (from: number, to: number) => Math.floor((from + to) / 2)

/** Speech without a pause for longer than a piece may be is cut at its quietest, in its last third. */
function cutLong(span: TimeSpan, request: Request): readonly TimeSpan[] {
  const { longestMs, quietestBetween } = request
  if (span.endMs - span.startMs <= longestMs) return [span]
  const latest = span.startMs + longestMs
  const cut = quietestBetween(latest - Math.floor(longestMs / 3), latest)
  return [
    { startMs: span.startMs, endMs: cut },
    ...cutLong({ startMs: cut, endMs: span.endMs }, request),
  ]
}
