import { lengthOf, type TimeSpan } from '../time-span.ts'

export type PlannedPiece = {
  /** Parts of a recording, in order, that an engine hears as one: what lies between them is silence. */
  readonly parts: readonly TimeSpan[]
  /**
   * Which of its words count, by their middle: where speech had to be cut without a pause, two pieces
   * hear both sides of the cut. Absent where it shares nothing with its neighbours.
   */
  readonly keeps?: TimeSpan
}

/** Silence that stays before and after what is said: an engine hears a pause as the end of a sentence. */
const marginMs = 500
/** Heard by both pieces, to each side of a cut without a pause: longer than half of nearly every word. */
export const overlapMs = 500

type Request = {
  /** Where somebody speaks, in order, not overlapping. */
  readonly speech: readonly TimeSpan[]
  readonly durationMs: number
  /**
   * Of a recording that is planned in parts, the one that is planned here: the speech lies in it, and what is said
   * right at its border is heard on both sides and counts on one. All of the recording unless told.
   */
  readonly within?: TimeSpan
  readonly longestMs: number
  /** The best place to cut where there is no pause: the quietest moment between two times. */
  readonly quietestBetween: (fromMs: number, toMs: number) => number
  /** For an engine that takes as long for a second as for a whole piece: as few pieces as can be. */
  readonly fewest?: boolean
}

/**
 * Room left in a piece, in milliseconds, from which on speech is cut without a pause to fill it. The first
 * that gives the fewest pieces is taken, so that there are as few such cuts as can be.
 */
const roomsToFill = [Number.POSITIVE_INFINITY, 15_000, 10_000, 7000, 5000, 4000, 3000, 2000]

/**
 * Cuts a recording into pieces of at most `longestMs`, at pauses where there are any, and leaves long
 * silences out. Every moment that is said counts in exactly one piece.
 */
export function planPieces(request: Request): readonly PlannedPiece[] {
  const parts = heardParts(request)
  if (parts.length === 0) return []
  const plans = (request.fewest ? roomsToFill : roomsToFill.slice(0, 1)).map((room) =>
    pack(parts, room, request),
  )
  const fewest = Math.min(...plans.map(({ length }) => length))
  return plans.find(({ length }) => length === fewest) ?? []
}

/** Fills one piece after the other, in order. */
function pack(parts: readonly TimeSpan[], roomToFill: number, request: Request) {
  const { cutAtStart, cutAtEnd, startMs, endMs } = bordersOf(request)
  const pieces: OpenPiece[] = [{ parts: [], ...(cutAtStart ? { keepsFromMs: startMs } : {}) }]
  for (const part of parts) {
    let rest: TimeSpan | null = part
    while (rest) rest = place(rest, pieces, roomToFill, request)
  }
  const last = pieces.at(-1)
  if (last && cutAtEnd) last.keepsToMs = endMs
  return pieces.map(finish)
}

type OpenPiece = { parts: TimeSpan[]; keepsFromMs?: number; keepsToMs?: number }

/** Puts what there is room for into the last piece or a new one; gives what is left. */
function place(
  part: TimeSpan,
  pieces: OpenPiece[],
  roomToFill: number,
  { longestMs, quietestBetween }: Request,
): TimeSpan | null {
  const last = pieces.at(-1)
  const room = longestMs - lengthOf(last?.parts ?? [])
  const startsAfterCut = last?.keepsToMs !== undefined
  if (!last || startsAfterCut) {
    pieces.push({ parts: [], ...(last?.keepsToMs ? { keepsFromMs: last.keepsToMs } : {}) })
    return part
  }
  if (part.endMs - part.startMs <= room) {
    append(last.parts, part)
    return null
  }
  if (last.parts.length > 0 && room < roomToFill) {
    pieces.push({ parts: [] })
    return part
  }
  const overlap = overlapOf(longestMs)
  const latest = part.startMs + room - overlap
  const cut = quietestBetween(
    Math.max(part.startMs + overlap, latest - Math.floor(longestMs / 10)),
    latest,
  )
  append(last.parts, { startMs: part.startMs, endMs: cut + overlap })
  last.keepsToMs = cut
  return { startMs: cut - overlap, endMs: part.endMs }
}

function finish({ parts, keepsFromMs, keepsToMs }: OpenPiece): PlannedPiece {
  if (keepsFromMs === undefined && keepsToMs === undefined) return { parts }
  const startMs = keepsFromMs ?? parts[0]?.startMs ?? 0
  return { parts, keeps: { startMs, endMs: keepsToMs ?? parts.at(-1)?.endMs ?? startMs } }
}

/** What touches is one. */
function append(parts: TimeSpan[], part: TimeSpan): void {
  const last = parts.at(-1)
  if (last && last.endMs === part.startMs) {
    parts[parts.length - 1] = { startMs: last.startMs, endMs: part.endMs }
  } else parts.push(part)
}

/** What an engine hears of what is said: with margins, and with some of what a neighbour counts. */
function heardParts(request: Request): readonly TimeSpan[] {
  const { cutAtStart, cutAtEnd } = bordersOf(request)
  const parts = [...withMargins(request)]
  const overlap = overlapOf(request.longestMs)
  const [first] = parts
  if (first && cutAtStart) {
    parts[0] = { startMs: Math.max(0, first.startMs - overlap), endMs: first.endMs }
  }
  const last = parts.at(-1)
  if (last && cutAtEnd) {
    const endMs = Math.min(request.durationMs, last.endMs + overlap)
    parts[parts.length - 1] = { startMs: last.startMs, endMs }
  }
  return parts
}

/** Where this plan begins and ends, and whether somebody is speaking there, so that it is cut without a pause. */
function bordersOf({ speech, durationMs, within }: Request) {
  const { startMs, endMs } = within ?? { startMs: 0, endMs: durationMs }
  return {
    startMs,
    endMs,
    cutAtStart: startMs > 0 && speech.at(0)?.startMs === startMs,
    cutAtEnd: endMs < durationMs && speech.at(-1)?.endMs === endMs,
  }
}

function withMargins(request: Request): readonly TimeSpan[] {
  const { speech } = request
  const borders = bordersOf(request)
  return speech.map(({ startMs, endMs }, index) => {
    const before = speech[index - 1]?.endMs
    const after = speech[index + 1]?.startMs
    return {
      // Two margins meet in the middle of a pause that is too short for both.
      startMs: Math.max(
        startMs - marginMs,
        before === undefined ? borders.startMs : middle(before, startMs),
      ),
      endMs: Math.min(endMs + marginMs, after === undefined ? borders.endMs : middle(endMs, after)),
    }
  })
}

const middle = (from: number, to: number) => Math.floor((from + to) / 2)

/** Less than a piece, however short pieces are: each has to end later than the one before. */
function overlapOf(longestMs: number): number {
  return Math.min(overlapMs, Math.floor(longestMs / 8))
}

/** Up to where a plan counts what is said: from there on another one may. */
export function countedUntil(pieces: readonly PlannedPiece[]): number {
  const last = pieces.at(-1)
  return last?.keeps?.endMs ?? last?.parts.at(-1)?.endMs ?? 0
}
