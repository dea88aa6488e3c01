import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutShares } from './cut-shares.ts'

const piecesOf = (lengths: readonly number[]) => {
  let at = 0
  return lengths.map((length) => {
    const startMs = at
    at += length
    return { parts: [{ startMs, endMs: at }] }
  })
}

test('each missing piece is in exactly one share, in order, and none is longer than two minutes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ length: fc.integer({ min: 1, max: 300_000 }), known: fc.boolean() })),
      fc.integer({ min: 0, max: 9 }),
      (cut, places) => {
        const pieces = piecesOf(cut.map(({ length }) => length))
        const known = new Set([...cut.keys()].filter((index) => cut[index]?.known))
        const shares = cutShares({ pieces }, known, places)
        const inShares = shares.flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, n) => from + n).filter((n) => !known.has(n)),
        )
        expect(inShares).toEqual([...pieces.keys()].filter((index) => !known.has(index)))
        for (const { from, to, audioMs } of shares) {
          const missing = [...pieces.keys()].slice(from, to).filter((index) => !known.has(index))
          const total = missing.reduce((sum, index) => sum + (cut[index]?.length ?? 0), 0)
          expect(audioMs).toBe(total)
          expect(missing.length === 1 || audioMs <= 120_000).toBe(true)
        }
      },
    ),
  )
})

test('an hour for four workers begins with shares of two minutes and ends with single pieces', () => {
  const shares = cutShares({ pieces: piecesOf(Array(120).fill(30_000)) }, new Set(), 4)
  expect(shares[0]).toEqual({ from: 0, to: 4, audioMs: 120_000 })
  expect(shares.slice(-4).map(({ from, to }) => to - from)).toEqual([1, 1, 1, 1])
})

test('four pieces for four workers are one each', () => {
  const shares = cutShares({ pieces: piecesOf(Array(4).fill(30_000)) }, new Set(), 4)
  expect(shares).toHaveLength(4)
})
