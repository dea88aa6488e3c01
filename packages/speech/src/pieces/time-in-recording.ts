import type { HeardPiece } from '@plume/records'
import type { TimeSpan } from '../time-span.ts'

/** The same words, with times in the recording instead of the piece that was cut from it. */
export function placeInRecording(heard: HeardPiece, parts: readonly TimeSpan[]): HeardPiece {
  const place = <T extends TimeSpan>(span: T): T => ({
    ...span,
    startMs: startInRecording(span.startMs, parts),
    endMs: Math.max(startInRecording(span.startMs, parts), endInRecording(span.endMs, parts)),
  })
  return { words: heard.words.map(place), omissions: heard.omissions.map(place) }
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
