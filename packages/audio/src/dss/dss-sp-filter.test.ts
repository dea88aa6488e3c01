import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { denominator, filterOf, order } from './dss-sp-filter.ts'
import { reflectionRows } from './dss-sp-tables.ts'

const aFrame = (reflections: readonly number[]) => ({ reflections, subframes: [] })
const anyRows = fc.tuple(
  ...reflectionRows.map((row) => fc.integer({ min: 0, max: row.length - 1 })),
)

/** Levinson's steps without any rounding: what each of them gives. */
function exactSteps(rows: readonly number[]): readonly (readonly number[])[] {
  const steps: (readonly number[])[] = [[1]]
  for (const [n, row] of rows.entries()) {
    const reflection = (reflectionRows[n]?.[row] ?? 0) / 2 ** 15
    const before = steps[n] ?? []
    steps.push([...before, 0].map((value, i) => value + reflection * (before[n + 1 - i] ?? 0)))
  }
  return steps
}

/** The largest on the way, whichever step it is of. */
const largestOf = (rows: readonly number[]) => Math.max(...exactSteps(rows).flat().map(Math.abs))

describe('a filter', () => {
  test('is that of its reflections, but for rounding', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        // Past it at any step, even a bit less is not enough, and the filter is clipped.
        fc.pre(largestOf(rows) < 7.5)
        const exact = exactSteps(rows).at(-1) ?? []
        const { coefficients, bits } = filterOf(aFrame(rows))
        for (const [n, value] of exact.entries()) {
          expect((coefficients[n] ?? 0) / 2 ** bits).toBeCloseTo(value, 2)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('has a bit less where its coefficients would not fit otherwise', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        if (filterOf(aFrame(rows)).bits === 13) expect(largestOf(rows)).toBeLessThan(4.01)
      }),
      { numRuns: 500 },
    )
    // A sharp, low resonance: the first four from the ends of their tables.
    const ringing = [0, 31, 0, 15, 7, 7, 7, 7, 4, 4, 4, 4, 4, 4]
    expect(largestOf(ringing)).toBeGreaterThan(4.01)
    expect(filterOf(aFrame(ringing)).bits).toBe(12)
  })
})

test('poles remember what was clipped, not what it would have been', () => {
  const keepAll = new Float64Array(order + 1)
  keepAll.set([8192, -8192])
  const memory = new Float64Array(order)
  const samples = Float64Array.of(30_000, 30_000, -40_000, -60_000, -60_000)
  denominator(keepAll, 13, memory, samples)
  expect([...samples]).toEqual([30_000, 32_767, -7_233, -32_767, -32_767])
  expect(memory[0]).toBe(-32_767)
})
