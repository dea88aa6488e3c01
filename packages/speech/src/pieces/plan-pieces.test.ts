import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clip, lengthOf, type TimeSpan } from '../time-span.ts'
import { countedUntil, type PlannedPiece, planPieces } from './plan-pieces.ts'

const longestMs = 30_000
const latest = (_from: number, to: number) => to

function planned(speech: readonly TimeSpan[], durationMs: number, more: Partial<Request> = {}) {
  return planPieces({ speech, durationMs, longestMs, quietestBetween: latest, ...more })
}

type Request = Parameters<typeof planPieces>[0]

const plan = (...args: Parameters<typeof planned>) => planned(...args).map(({ parts }) => parts)

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

const cutAt = (share: number) => (from: number, to: number) => Math.ceil(from + share * (to - from))

/** What counts of a piece: its parts, without what its neighbour has. */
function counted({ parts, keeps }: PlannedPiece): readonly TimeSpan[] {
  return keeps ? clip(parts, keeps) : parts
}

/** How much of a stretch is in spans that do not overlap. */
const within = (spans: readonly TimeSpan[], span: TimeSpan) => lengthOf(clip(spans, span))

const isInSpeech = (speech: readonly TimeSpan[], atMs: number) =>
  speech.some(({ startMs, endMs }) => startMs < atMs && atMs < endMs)

const nearlyWithoutPause: readonly TimeSpan[] = (
  [
    [1, 13_713],
    [13_717, 29_501],
    [30_501, 42_874],
    [42_887, 42_891],
    [42_892, 55_501],
    [56_501, 72_392],
    [73_392, 77_661],
    [78_661, 85_502],
  ] as const
).map(([startMs, endMs]) => ({ startMs, endMs }))

function expectInOrder(spans: readonly TimeSpan[], durationMs: number): void {
  let before = 0
  for (const { startMs, endMs } of spans) {
    expect(startMs).toBeGreaterThanOrEqual(before)
    expect(endMs).toBeGreaterThan(startMs)
    expect(endMs).toBeLessThanOrEqual(durationMs)
    before = endMs
  }
}

describe('whatever is said', () => {
  const share = fc.float({ min: 0, max: 1, noNaN: true })

  test('counts in exactly one piece, in order, and no piece is too long', () => {
    fc.assert(
      fc.property(speeches, share, fc.boolean(), ({ speech, durationMs }, share, fewest) => {
        const pieces = planned(speech, durationMs, { quietestBetween: cutAt(share), fewest })
        const parts = pieces.flatMap(counted)
        expectInOrder(parts, durationMs)
        for (const piece of pieces) expect(lengthOf(piece.parts)).toBeLessThanOrEqual(longestMs)
        for (const said of speech) {
          expect(within(parts, said)).toBe(said.endMs - said.startMs)
        }
      }),
    )
  })

  test('counts in exactly one piece of two parts, also what is said at their border', () => {
    const border = fc.float({ min: 0, max: 1, noNaN: true })
    const longest = fc.constantFrom(1000, 20_000, 30_000, 300_000)
    fc.assert(
      fc.property(
        fc.tuple(speeches, border, longest, share, fc.boolean()),
        // What is known of the rest may differ from what was known of the opening: more, or less.
        fc.array(fc.boolean(), { maxLength: 60 }),
        ([{ speech, durationMs }, border, longestMs, share, fewest], isInOpening) => {
          const untilMs = Math.ceil(border * durationMs)
          const more = { longestMs, quietestBetween: cutAt(share), fewest }
          const openingWithin = { startMs: 0, endMs: untilMs }
          const known = speech.filter((_, n) => isInOpening[n] !== false)
          const opening = planned(clip(known, openingWithin), durationMs, {
            ...more,
            within: openingWithin,
          })
          const restWithin = { startMs: countedUntil(opening), endMs: durationMs }
          const rest = planned(clip(speech, restWithin), durationMs, {
            ...more,
            within: restWithin,
          })
          const parts = [...opening, ...rest].flatMap(counted)
          expectInOrder(parts, durationMs)
          for (const piece of [...opening, ...rest]) {
            expect(lengthOf(piece.parts)).toBeLessThanOrEqual(longestMs)
          }
          const said = [...clip(known, openingWithin), ...clip(speech, restWithin)]
          for (const each of said) expect(within(parts, each)).toBe(each.endMs - each.startMs)
          expect(restWithin.startMs).toBeLessThanOrEqual(untilMs)
        },
      ),
    )
  })

  test('is heard for half a second beyond each cut without a pause', () => {
    fc.assert(
      fc.property(speeches, share, fc.boolean(), ({ speech, durationMs }, share, fewest) => {
        const pieces = planned(speech, durationMs, { quietestBetween: cutAt(share), fewest })
        for (const [n, { parts, keeps }] of pieces.entries()) {
          const [next] = pieces.slice(n + 1)
          if (!keeps || !next || !isInSpeech(speech, keeps.endMs)) continue
          expect(parts.at(-1)?.endMs).toBe(keeps.endMs + 500)
          expect(next.parts[0]?.startMs).toBe(keeps.endMs - 500)
        }
      }),
      // Two pieces that touch, without a margin, in the middle of a pause of a millisecond: no cut.
      { examples: [[{ speech: nearlyWithoutPause, durationMs: 86_502 }, 0, true]] },
    )
  })

  test('is cut however short a piece has to be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 3000 }), fc.boolean(), (longestMs, fewest) => {
        const pieces = planned([{ startMs: 0, endMs: 10_000 }], 10_000, { longestMs, fewest })
        for (const { parts } of pieces) expect(lengthOf(parts)).toBeLessThanOrEqual(longestMs)
        expect(lengthOf(pieces.flatMap(counted))).toBe(10_000)
      }),
    )
  })

  test('takes no more pieces where few are wanted than where they need not be', () => {
    fc.assert(
      fc.property(speeches, ({ speech, durationMs }) => {
        const few = planned(speech, durationMs, { fewest: true })
        expect(few.length).toBeLessThanOrEqual(planned(speech, durationMs).length)
      }),
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

test('an engine that hears a second at once gets an end, too', () => {
  const pieces = planned([{ startMs: 0, endMs: 5000 }], 5000, { longestMs: 1000 })
  expect(pieces.map(({ keeps }) => keeps?.endMs)).toEqual([875, 1625, 2375, 3125, 3875, 4625, 5000])
})

test('pieces end at pauses', () => {
  const speech = [0, 1, 2, 3].map((n) => ({ startMs: n * 13_000, endMs: n * 13_000 + 12_500 }))
  expect(plan(speech, 52_000).map((parts) => parts[0]?.startMs)).toEqual([0, 25_750])
})

test('speech without a pause is cut at its quietest, and both pieces hear the cut', () => {
  const asked: (readonly [number, number])[] = []
  const pieces = planned([{ startMs: 0, endMs: 40_000 }], 40_000, {
    quietestBetween: (from, to) => {
      asked.push([from, to])
      return 28_000
    },
  })
  expect(asked).toEqual([[26_500, 29_500]])
  expect(pieces).toEqual([
    { parts: [{ startMs: 0, endMs: 28_500 }], keeps: { startMs: 0, endMs: 28_000 } },
    { parts: [{ startMs: 27_500, endMs: 40_000 }], keeps: { startMs: 28_000, endMs: 40_000 } },
  ])
})

describe('where pauses alone would take a piece more', () => {
  // Three times 19 s with pauses between: no two fit into a piece, all of it into two.
  const speech = [0, 1, 2].map((n) => ({ startMs: n * 19_200, endMs: n * 19_200 + 19_000 }))

  test('an engine with a window hears the fewest, with one cut in what is said', () => {
    const pieces = planned(speech, 57_400, { fewest: true })
    expect(pieces).toHaveLength(2)
    expect(pieces[0]?.keeps?.endMs).toBe(pieces[1]?.keeps?.startMs)
  })

  test('any other hears pieces cut at pauses', () => {
    expect(planned(speech, 57_400).map(({ keeps }) => keeps)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('nothing is cut without a pause for no gain', () => {
    const pieces = planned(speech.slice(0, 2), 38_200, { fewest: true })
    expect(pieces.map(({ keeps }) => keeps)).toEqual([undefined, undefined])
  })
})

describe('the border between two parts', () => {
  const opening = { startMs: 0, endMs: 20_000 }
  const rest = { startMs: 20_000, endMs: 40_000 }
  const plan = (speech: readonly TimeSpan[], within: TimeSpan) =>
    planned(clip(speech, within), 40_000, { within })

  test('in a pause is heard by neither twice', () => {
    const speech = [
      { startMs: 1000, endMs: 19_900 },
      { startMs: 20_100, endMs: 39_000 },
    ]
    expect(plan(speech, opening)).toEqual([{ parts: [{ startMs: 500, endMs: 20_000 }] }])
    expect(plan(speech, rest)).toEqual([{ parts: [{ startMs: 20_000, endMs: 39_500 }] }])
  })

  test('inside what is said is heard by both for half a second, and each word counts in one', () => {
    const speech = [{ startMs: 1000, endMs: 39_000 }]
    expect(plan(speech, opening)).toEqual([
      { parts: [{ startMs: 500, endMs: 20_500 }], keeps: { startMs: 500, endMs: 20_000 } },
    ])
    expect(plan(speech, rest)).toEqual([
      { parts: [{ startMs: 19_500, endMs: 39_500 }], keeps: { startMs: 20_000, endMs: 39_500 } },
    ])
  })

  test('leaves a silence out on both sides', () => {
    const speech = [
      { startMs: 1000, endMs: 10_000 },
      { startMs: 30_000, endMs: 39_000 },
    ]
    expect(plan(speech, opening)).toEqual([{ parts: [{ startMs: 500, endMs: 10_500 }] }])
    expect(countedUntil(plan(speech, opening))).toBe(10_500)
    expect(plan(speech, rest)).toEqual([{ parts: [{ startMs: 29_500, endMs: 39_500 }] }])
  })

  test('without speech after it has nothing to hear there', () => {
    expect(plan([{ startMs: 1000, endMs: 19_000 }], rest)).toEqual([])
  })
})

test('nothing said, nothing to hear', () => {
  expect(plan([], 60_000)).toEqual([])
})
