import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lengthOf, type TimeSpan } from '../time-span.ts'
import { planPieces } from './plan-pieces.ts'

const longestMs = 30_000
const latest = (_from: number, to: number) => to

function plan(speech: readonly TimeSpan[], durationMs: number, quietestBetween = latest) {
  return planPieces({ speech, durationMs, longestMs, quietestBetween }).map(({ parts }) => parts)
}

/** Stretches of speech with pauses between, in milliseconds. */
const speeches = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 1, max: 20_000 })), {
    maxLength: 60,
  })
  .map((lengths) => {
    let at = 0
    const speech = lengths.map(([pause, length]) => {
      const startMs = at + pause
      at = startMs + length
      return { startMs, endMs: at }
    })
    return { speech, durationMs: at + 1000 }
  })

describe('whatever is said', () => {
  test('is in exactly one piece, in order, and no piece is too long', () => {
    fc.assert(
      fc.property(
        speeches,
        fc.float({ min: 0, max: 1, noNaN: true }),
        ({ speech, durationMs }, share) => {
          const pieces = plan(speech, durationMs, (from, to) =>
            Math.ceil(from + share * (to - from)),
          )
          const parts = pieces.flat()
          let before = 0
          for (const { startMs, endMs } of parts) {
            expect(startMs).toBeGreaterThanOrEqual(before)
            expect(endMs).toBeGreaterThan(startMs)
            expect(endMs).toBeLessThanOrEqual(durationMs)
            before = endMs
          }
          for (const piece of pieces) expect(lengthOf(piece)).toBeLessThanOrEqual(longestMs)
          for (const said of speech) {
            const covered = parts.reduce(
              (sum, { startMs, endMs }) =>
                sum + Math.max(0, Math.min(endMs, said.endMs) - Math.max(startMs, said.startMs)),
              0,
            )
            expect(covered).toBe(said.endMs - said.startMs)
          }
        },
      ),
    )
  })
})

test('short dictations are one piece, as they are', () => {
  expect(plan([{ startMs: 300, endMs: 9000 }], 9200)).toEqual([[{ startMs: 0, endMs: 9200 }]])
})

test('a pause that is not long stays', () => {
  const speech = [
    { startMs: 0, endMs: 5000 },
    { startMs: 5900, endMs: 9000 },
  ]
  expect(plan(speech, 9000)).toEqual([[{ startMs: 0, endMs: 9000 }]])
})

test('a long silence is left out, but for half a second at each end', () => {
  const speech = [
    { startMs: 0, endMs: 5000 },
    { startMs: 25_000, endMs: 30_000 },
  ]
  expect(plan(speech, 30_000)).toEqual([
    [
      { startMs: 0, endMs: 5500 },
      { startMs: 24_500, endMs: 30_000 },
    ],
  ])
})

test('pieces end at pauses', () => {
  const speech = [0, 1, 2, 3].map((n) => ({ startMs: n * 13_000, endMs: n * 13_000 + 12_500 }))
  expect(plan(speech, 52_000).map((parts) => parts[0]?.startMs)).toEqual([0, 25_750])
})

test('speech without a pause is cut at its quietest', () => {
  const asked: (readonly [number, number])[] = []
  const pieces = plan([{ startMs: 0, endMs: 40_000 }], 40_000, (from, to) => {
    asked.push([from, to])
    return 24_000
  })
  expect(asked).toEqual([[20_000, 30_000]])
  expect(pieces).toEqual([[{ startMs: 0, endMs: 24_000 }], [{ startMs: 24_000, endMs: 40_000 }]])
})

test('nothing said, nothing to hear', () => {
  expect(plan([], 60_000)).toEqual([])
})
