import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planPieces } from '../pieces/plan-pieces.ts'
import type { TimeSpan } from '../time-span.ts'
import { findSpeechByLoudness } from './find-speech-by-loudness.ts'
import { joinFindings } from './join-findings.ts'

/** Levels of 10 ms each: [dB, ms] one after the other. */
function levels(...stretches: readonly (readonly [number, number])[]): Float32Array {
  return Float32Array.from(
    stretches.flatMap(([db, ms]) => Array.from({ length: ms / 10 }, () => db)),
  )
}

const span = (startMs: number, endMs: number): TimeSpan => ({ startMs, endMs })

test('a quiet voice stays where the network hears it, though loudness does not', () => {
  const sound = levels([-20, 3000], [-60, 3000], [-58, 1000], [-60, 3000])
  const joined = joinFindings([span(0, 3000), span(6000, 7000)], [span(0, 3000)], sound)
  expect(joined).toEqual([span(0, 3000), span(6000, 7000)])
})

test('what is as loud as the voice stays, though the network hears no voice in it', () => {
  const sound = levels([-20, 3000], [-60, 3000], [-28, 500], [-60, 3000])
  const joined = joinFindings([span(0, 3000)], [span(0, 3000), span(6000, 6500)], sound)
  expect(joined).toEqual([span(0, 3000), span(6000, 6500)])
})

test('a fan that goes on, and a click, are left out', () => {
  const sound = levels([-20, 3000], [-60, 3000], [-40, 9000], [-15, 50], [-40, 1000])
  expect(joinFindings([span(0, 3000)], [span(0, 3000), span(6000, 16_050)], sound)).toEqual([
    span(0, 3000),
  ])
})

test('where the network hears no voice at all, loudness decides', () => {
  const loudness = [span(1000, 2000)]
  expect(joinFindings([], loudness, levels([-60, 1000], [-20, 1000]))).toEqual(loudness)
})

test('a pause between words is a place to cut; a longer silence in a voice is not believed', () => {
  const sound = levels([-20, 3000], [-60, 300], [-20, 3000], [-60, 2000], [-20, 3000])
  const loudness = [span(0, 3000), span(3300, 6300), span(8300, 11_300)]
  expect(joinFindings([span(0, 11_300)], loudness, sound)).toEqual([
    span(0, 3000),
    span(3300, 11_300),
  ])
})

test('every moment in which the network hears a voice is in a piece that an engine hears', () => {
  const stretch = fc.tuple(fc.constantFrom(-70, -55, -40, -25), fc.integer({ min: 1, max: 300 }))
  const random = fc.tuple(
    fc.array(stretch, { minLength: 1, maxLength: 20 }),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }))),
  )
  fc.assert(
    fc.property(random, ([stretches, voices]) => {
      const sound = levels(...stretches.map(([db, frames]) => [db, frames * 10] as const))
      const durationMs = sound.length * 10
      const network: TimeSpan[] = []
      let at = 0
      for (const [gap, length] of voices) {
        const startMs = at + gap * 10
        at = startMs + length * 10
        if (at <= durationMs) network.push(span(startMs, at))
      }
      const speech = joinFindings(network, findSpeechByLoudness(sound), sound)
      expect(speech).toEqual(speech.toSorted((a, b) => a.startMs - b.startMs))
      const pieces = planPieces({
        speech,
        durationMs,
        longestMs: 30_000,
        quietestBetween: (_, to) => to,
      })
      const parts = pieces.flatMap((piece) => piece.parts)
      for (const { startMs, endMs } of network) {
        for (let ms = startMs; ms < endMs; ms += 10) {
          expect(parts.some((part) => part.startMs <= ms && ms < part.endMs)).toBe(true)
        }
      }
    }),
    { numRuns: 60 },
  )
})
