import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeInRecording } from './time-in-recording.ts'

const parts = [
  { startMs: 1000, endMs: 3000 },
  { startMs: 9000, endMs: 10_000 },
]

test.each([
  ['in the first part', 500, 800, 1500, 1800],
  ['in the second part', 2200, 2600, 9200, 9600],
  ['up to the cut', 1500, 2000, 2500, 3000],
  ['from the cut', 2000, 2400, 9000, 9400],
  ['across the cut', 1900, 2100, 2900, 9100],
  ['beyond the end', 2900, 3500, 9900, 10_000],
])('a word %s is where it was said', (_name, startMs, endMs, start, end) => {
  const heard = { words: [{ text: 'word', startMs, endMs }], omissions: [] }
  expect(placeInRecording(heard, { parts }).words).toEqual([
    { text: 'word', startMs: start, endMs: end },
  ])
})

test('what was left out is placed too', () => {
  const omissions = [{ reason: 'repetition' as const, text: 'x', startMs: 2100, endMs: 2200 }]
  expect(placeInRecording({ words: [], omissions }, { parts }).omissions).toEqual([
    { reason: 'repetition', text: 'x', startMs: 9100, endMs: 9200 },
  ])
})

test('words stay in order and inside of the parts', () => {
  const times = fc.array(fc.nat(3000), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(times, (ms) => {
      const sorted = ms.toSorted((a, b) => a - b)
      const words = sorted
        .slice(1)
        .map((endMs, n) => ({ text: '', startMs: sorted[n] ?? 0, endMs }))
      let before = 0
      for (const { startMs, endMs } of placeInRecording({ words, omissions: [] }, { parts })
        .words) {
        expect(startMs).toBeGreaterThanOrEqual(before)
        expect(endMs).toBeGreaterThanOrEqual(startMs)
        for (const at of [startMs, endMs]) {
          expect(parts.some((part) => at >= part.startMs && at <= part.endMs)).toBe(true)
        }
        before = startMs
      }
    }),
  )
})

describe('where speech was cut without a pause, and two pieces heard both sides', () => {
  const word = (text: string, startMs: number, endMs: number) => ({
    text,
    startMs,
    endMs,
    confidence: 0.9,
  })
  const before = { parts: [{ startMs: 0, endMs: 20_500 }], keeps: { startMs: 0, endMs: 20_000 } }
  const after = {
    parts: [{ startMs: 19_500, endMs: 40_000 }],
    keeps: { startMs: 20_000, endMs: 40_000 },
  }
  const heardBefore = [
    word('the', 18_000, 18_500),
    word('left', 19_200, 19_700),
    word('kidney', 19_800, 20_100),
    word('i', 20_300, 20_500),
  ]
  const heardAfter = [word('ney', 0, 550), word('is', 600, 900), word('normal', 1200, 1700)]

  test('each word comes from one of them, and what the other heard is in the record', () => {
    const one = placeInRecording({ words: heardBefore, omissions: [] }, before)
    const two = placeInRecording({ words: heardAfter, omissions: [] }, after)
    const texts = [...one.words, ...two.words].map(({ text }) => text)
    expect(texts).toEqual(['the', 'left', 'kidney', 'is', 'normal'])
    expect([...one.omissions, ...two.omissions]).toEqual([
      { reason: 'overlap', text: 'i', startMs: 20_300, endMs: 20_500 },
      { reason: 'overlap', text: 'ney', startMs: 19_500, endMs: 20_050 },
    ])
  })

  test('a word without length at the very end stays', () => {
    const last = { words: [word('end', 20_500, 20_500)], omissions: [] }
    expect(placeInRecording(last, after).words).toHaveLength(1)
  })

  test('words at the cut are unsure, and no others', () => {
    const one = placeInRecording({ words: heardBefore, omissions: [] }, before)
    const two = placeInRecording({ words: heardAfter, omissions: [] }, after)
    expect([...one.words, ...two.words].map(({ confidence }) => confidence)).toEqual([
      0.9, 0.9, 0, 0, 0.9,
    ])
  })
})
