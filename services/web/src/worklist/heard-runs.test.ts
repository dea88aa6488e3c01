import { expect, test } from 'vitest'
import { heardRuns } from './heard-runs.ts'

const piece = (number: number, text = `t${number}`) => ({ number, text })

test('shows a gap where something before or between is not heard yet, and none at the end', () => {
  expect(heardRuns([piece(1), piece(2), piece(5)])).toEqual([
    { kind: 'gap', from: 0 },
    { kind: 'heard', number: 1, text: 't1' },
    { kind: 'heard', number: 2, text: 't2' },
    { kind: 'gap', from: 3 },
    { kind: 'heard', number: 5, text: 't5' },
  ])
})

test('a piece without a word is heard: it is no gap', () => {
  expect(heardRuns([piece(0), piece(1, ''), piece(2)]).map(({ kind }) => kind)).toEqual([
    'heard',
    'heard',
  ])
})
