import type { TimeSpan } from '../time-span.ts'
import { frameMs } from './loudness-envelope.ts'

/** Speech is at least so much louder than the room, in dB. Less, and there is no telling them apart. */
const leastRangeDb = 10
/** Above the room's own level, in dB: quiet ends of words must stay. */
const aboveRoomDb = 6
/** Nobody's voice is below this, in dB of full scale: hiss of a good recorder is. */
const quietestVoiceDb = -70
/** Longer than the stop of a consonant: between words, a place to cut. */
const shortestPauseMs = 150
/** A click is no word. */
const shortestSpeechMs = 50

/**
 * Where somebody speaks, from nothing but loudness. It errs towards speech: a pause too many costs time, a
 * word too few could cost more. Where loudness does not tell, all of the recording is speech.
 */
export function findSpeechByLoudness(levels: Float32Array): readonly TimeSpan[] {
  const endMs = levels.length * frameMs
  const threshold = thresholdOf(levels)
  if (threshold === null) return endMs > 0 ? [{ startMs: 0, endMs }] : []
  return stretchesAbove(levels, threshold, shortestSpeechMs)
}

/** Where it is louder than so many dB for a while, in milliseconds; short gaps are part of it. */
export function stretchesAbove(
  levels: Float32Array,
  thresholdDb: number,
  shortestMs: number,
): readonly TimeSpan[] {
  const loud = joinClose(spansAbove(levels, thresholdDb))
  return loud.filter(({ startMs, endMs }) => endMs - startMs >= shortestMs)
}

/** Null where voice and room do not differ. */
function thresholdOf(levels: Float32Array): number | null {
  const sorted = levels.toSorted()
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  const [room, voice] = [at(0.1), at(0.95)]
  if (voice - room < leastRangeDb) return null
  return Math.max(quietestVoiceDb, room + Math.min(aboveRoomDb, (voice - room) / 4))
}

function spansAbove(levels: Float32Array, threshold: number): readonly TimeSpan[] {
  const spans: TimeSpan[] = []
  let startMs: number | null = null
  for (const [frame, level] of levels.entries()) {
    if (level > threshold) startMs ??= frame * frameMs
    else if (startMs !== null) {
      spans.push({ startMs, endMs: frame * frameMs })
      startMs = null
    }
  }
  if (startMs !== null) spans.push({ startMs, endMs: levels.length * frameMs })
  return spans
}

function joinClose(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const joined: TimeSpan[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span.startMs - last.endMs < shortestPauseMs) {
      joined[joined.length - 1] = { startMs: last.startMs, endMs: span.endMs }
    } else joined.push(span)
  }
  return joined
}
