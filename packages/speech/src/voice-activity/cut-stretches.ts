import type { TimeSpan } from '../time-span.ts'
import { frameMs } from './loudness-envelope.ts'
import { quietestMoment } from './quietest-moment.ts'

/** What one process hears at a time, in milliseconds: long enough that its start costs little beside it. */
const longestStretchMs = 5 * 60_000
/** How far from its place a border is moved to where it is quiet, as a share of a stretch. */
const searchedShare = 0.1

/**
 * Cuts a recording into stretches of about the same length, none much longer than `longestMs`, each border at
 * the quietest moment near its place. The same loudness gives the same stretches on every machine.
 */
export function cutStretches(
  levels: Float32Array,
  longestMs = longestStretchMs,
): readonly TimeSpan[] {
  const endMs = levels.length * frameMs
  const count = Math.max(1, Math.ceil(endMs / longestMs))
  const eachMs = endMs / count
  const aroundMs = eachMs * searchedShare
  const borders = Array.from({ length: count - 1 }, (_, index) => {
    const place = (index + 1) * eachMs
    return quietestMoment(levels, place - aroundMs, place + aroundMs)
  })
  const starts = [0, ...borders]
  return starts.map((startMs, index) => ({ startMs, endMs: starts[index + 1] ?? endMs }))
}
