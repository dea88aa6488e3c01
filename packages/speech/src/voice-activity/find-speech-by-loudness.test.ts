import { expect, test } from 'vitest'
import { findSpeechByLoudness } from './find-speech-by-loudness.ts'
import { silenceDb } from './loudness-envelope.ts'

/** Levels of 10 ms each: [dB, ms] one after the other. */
function levels(...stretches: readonly (readonly [number, number])[]): Float32Array {
  return Float32Array.from(
    stretches.flatMap(([db, ms]) =>
      // Rooms and voices flutter.
      Array.from({ length: ms / 10 }, (_, n) => db + ((n * 7) % 3) - 1),
    ),
  )
}

test('finds what is said between silences', () => {
  expect(findSpeechByLoudness(levels([-60, 2000], [-20, 3000], [-60, 4000]))).toEqual([
    { startMs: 2000, endMs: 5000 },
  ])
})

test('digital silence is no trouble', () => {
  expect(findSpeechByLoudness(levels([silenceDb, 2000], [-30, 1000], [silenceDb, 1000]))).toEqual([
    { startMs: 2000, endMs: 3000 },
  ])
})

test('a short pause is part of what is said, a click is not said', () => {
  const speech = levels(
    [-60, 1000],
    [-20, 500],
    [-60, 100],
    [-20, 500],
    [-60, 2000],
    [-10, 30],
    [-60, 3000],
  )
  expect(findSpeechByLoudness(speech)).toEqual([{ startMs: 1000, endMs: 2100 }])
})

test('a quiet word after loud ones is not lost', () => {
  const speech = levels([-65, 3000], [-15, 4000], [-65, 1000], [-48, 400], [-65, 3000])
  expect(findSpeechByLoudness(speech)).toEqual([
    { startMs: 3000, endMs: 7000 },
    { startMs: 8000, endMs: 8400 },
  ])
})

test('where room and voice are alike, all is speech', () => {
  expect(findSpeechByLoudness(levels([-30, 5000]))).toEqual([{ startMs: 0, endMs: 5000 }])
  expect(findSpeechByLoudness(levels([-30, 2000], [-25, 2000]))).toEqual([
    { startMs: 0, endMs: 4000 },
  ])
})

test('without sound there is no speech', () => {
  expect(findSpeechByLoudness(new Float32Array(0))).toEqual([])
})
