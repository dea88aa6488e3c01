import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseLine, withinAudio } from './parse-output.ts'

const word = (text: string, startMs: number, endMs: number, confidence: number) => ({
  kind: 'word',
  word: { text, startMs, endMs, confidence },
})

// Lines of Debian's pocketsphinx_continuous 0.8+5prealpha.
describe('a line of output', () => {
  test.each([
    ['lungs 10.740 11.150 1.000600', word('lungs', 10_740, 11_150, 1)],
    ['and(2) 2.100 2.300 0.982159', word('and', 2100, 2300, 0.982159)],
    ["name's 12.240 12.570 0.624968", word("name's", 12_240, 12_570, 0.624968)],
    ['cough 1.710 2.090 0.001261', word('cough', 1710, 2090, 0.001261)],
    ['heart 1.000 2.000 1.2e-05', word('heart', 1000, 2000, 0.000012)],
    ['<s> 0.000 0.200 1.000300', { kind: 'mark' }],
    ['</s> 23.250 23.620 1.000000', { kind: 'mark' }],
    ['<sil> 8.090 8.170 0.907637', { kind: 'mark' }],
    ['[NOISE] 0.730 0.800 0.500000', { kind: 'mark' }],
    ['++UM++ 0.800 0.900 0.500000', { kind: 'mark' }],
    ['both lungs are clear period', { kind: 'other' }],
    ['', { kind: 'other' }],
  ])('%j is read', (line, expected) => {
    expect(parseLine(line)).toEqual(expected)
  })

  test('is read or refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        const parsed = parseLine(line)
        if (parsed.kind === 'word') expect(parsed.word.confidence).toBeLessThanOrEqual(1)
      }),
    )
  })
})

test('times are put inside the audio and in order, whatever they were', () => {
  const aWord = fc.record({ startMs: fc.nat(3000), endMs: fc.nat(3000), text: fc.constant('x') })
  fc.assert(
    fc.property(fc.array(aWord), fc.nat(2000), (words, durationMs) => {
      const put = withinAudio(words, durationMs)
      expect(put.length).toBe(words.length)
      let before = 0
      for (const { startMs, endMs } of put) {
        expect(startMs).toBeGreaterThanOrEqual(before)
        expect(endMs).toBeGreaterThanOrEqual(startMs)
        expect(endMs).toBeLessThanOrEqual(durationMs)
        before = startMs
      }
    }),
  )
})

test('times that are right stay as they are', () => {
  const words = [
    { text: 'both', startMs: 100, endMs: 300 },
    { text: 'lungs', startMs: 310, endMs: 700 },
  ]
  expect(withinAudio(words, 700)).toEqual(words)
})
