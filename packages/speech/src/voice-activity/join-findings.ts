import { type TimeSpan, union } from '../time-span.ts'
import { stretchesAbove } from './find-speech-by-loudness.ts'
import { frameMs } from './loudness-envelope.ts'

/** Sound may be so much quieter than the voice and is kept although the network hears no voice, in dB. */
const nearVoiceDb = 10
/** Shorter than that it is a click or a key, in milliseconds. */
const shortestLoudMs = 100
/** Pauses up to here are heard anyway: cutting in them loses nothing. Twice the margin of a piece. */
const longestKeptPauseMs = 1000

/**
 * Joins what the network calls speech with what loudness says, on the side of speech:
 *
 * - what the network calls speech stays, however quiet;
 * - so does what is nearly as loud as that, whatever the network says;
 * - pauses that loudness finds inside are places to cut, where they are too short to be left out.
 *
 * What is left out is no speech to the network, and far quieter than the voice. Where the network finds no
 * voice at all it may not know this one: then loudness decides.
 */
export function joinFindings(
  network: readonly TimeSpan[],
  loudness: readonly TimeSpan[],
  levels: Float32Array,
): readonly TimeSpan[] {
  if (network.length === 0) return loudness
  const threshold = medianLevel(network, levels) - nearVoiceDb
  const loud = stretchesAbove(levels, threshold, shortestLoudMs)
  return cutAtPauses(union([...network, ...loud]), loudness)
}

function medianLevel(spans: readonly TimeSpan[], levels: Float32Array): number {
  const inside = spans
    .flatMap(({ startMs, endMs }) => [
      ...levels.subarray(Math.floor(startMs / frameMs), Math.ceil(endMs / frameMs)),
    ])
    .sort((a, b) => a - b)
  return inside[Math.floor(inside.length / 2)] ?? 0
}

function cutAtPauses(
  speech: readonly TimeSpan[],
  loudness: readonly TimeSpan[],
): readonly TimeSpan[] {
  const pauses = loudness
    .slice(1)
    .map(({ startMs }, index) => ({ startMs: loudness[index]?.endMs ?? 0, endMs: startMs }))
    .filter(({ startMs, endMs }) => endMs - startMs <= longestKeptPauseMs)
  return speech.flatMap((span) => {
    const inside = pauses.filter(
      (pause) => pause.startMs > span.startMs && pause.endMs < span.endMs,
    )
    const starts = [span.startMs, ...inside.map(({ endMs }) => endMs)]
    const ends = [...inside.map(({ startMs }) => startMs), span.endMs]
    return starts.map((startMs, index) => ({ startMs, endMs: ends[index] ?? span.endMs }))
  })
}
