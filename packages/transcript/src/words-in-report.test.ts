import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partsOfReport } from './parts-of-report.ts'
import type { ReportText } from './report-text.ts'
import type { Run, TracedText } from './source.ts'
import { textOf } from './traced-text.ts'
import { placeOfWords, wordsAt } from './words-in-report.ts'

const words = (from: number, to = from + 1) => ({ recognitionId: 'r1', from, to })
const dictated = (text: string, from: number, to?: number): Run => ({
  text,
  source: { kind: 'dictated', words: words(from, to), rules: [] },
})
const typed = (text: string, from: number): Run => ({
  text,
  source: { kind: 'typed', by: 'u', at: '2026-01-01T00:00:00.000Z', over: words(from) },
})

function aReport(findings: TracedText, unplaced: TracedText = []): ReportText {
  return {
    template: { id: 't', version: 1, locale: 'en-CA' },
    title: 'T',
    fields: [{ id: 'f', label: 'F', text: [] }],
    sections: [{ id: 'findings', heading: 'Findings', required: false, text: findings }],
    unplaced,
    addenda: [],
  }
}

/** What stands at the place; null where the words stand no more. */
function standing(report: ReportText, from: number, to: number, text: string): string | null {
  const place = placeOfWords(report, words(from, to), text)
  if (!place) return null
  return textOf(partsOfReport(report)[place.part] ?? []).slice(place.start, place.end)
}

describe('the place of recognised words in a report', () => {
  test('is that of their text, as narrow as it was written', () => {
    const report = aReport([dictated('Give ', 0), dictated('25 mg ', 1, 4), dictated('daily.', 4)])
    expect(standing(report, 1, 4, '25 mg')).toBe('25 mg')
    expect(standing(report, 0, 5, 'Give 25 mg')).toBe('Give 25 mg')
  })

  test('is found again wherever the text was moved', () => {
    expect(standing(aReport([], [dictated('25 mg', 1, 4)]), 1, 4, '25 mg')).toBe('25 mg')
  })

  test('is all that stands for them where the text is written otherwise now', () => {
    expect(standing(aReport([dictated(' 55 % ', 0, 6)]), 2, 3, 'fraction')).toBe('55 %')
  })

  test('is the gap or the template’s text that stands over them', () => {
    const blank: Run = { text: '____', source: { kind: 'blank', over: words(0, 3) } }
    const label: Run = {
      text: 'Rate',
      source: { kind: 'template', template: 't', version: 1, over: words(4) },
    }
    expect(standing(aReport([blank, label]), 1, 2, '72')).toBe('____')
    expect(standing(aReport([blank, label]), 4, 5, 'rate')).toBe('Rate')
  })

  test('is gone once a person has deleted or retyped them all, and not before', () => {
    const edited = aReport([typed('20 mg ', 1), dictated('daily.', 4)])
    expect(standing(edited, 1, 4, '25 mg')).toBeNull()
    expect(standing(edited, 3, 5, 'mg daily')).toBe('daily.')
    expect(standing(aReport([]), 0, 1, 'Give')).toBeNull()
  })

  test('is gone where only its space or its mark is left', () => {
    const left = aReport([typed('20 mg', 1), dictated('. ', 1)])
    expect(standing(left, 1, 2, '25 mg')).toBeNull()
    expect(standing(left, 1, 2, '.')).toBe('.')
  })

  test('never belongs to another recognition', () => {
    const other = { recognitionId: 'r2', from: 0, to: 9 }
    expect(placeOfWords(aReport([dictated('Give', 0)]), other, 'Give')).toBeNull()
  })
})

const someRuns = fc.array(
  fc.record({
    text: fc.string({ minLength: 1, maxLength: 5 }).map((text) => `x${text}`),
    length: fc.integer({ min: 1, max: 3 }),
    isTyped: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
)

test('leads back to the words that it was asked for, whatever the text', () => {
  fc.assert(
    fc.property(someRuns, fc.nat(), fc.boolean(), (runs, chosen, isUnplaced) => {
      let from = 0
      const text = runs.map((run) => {
        const made = run.isTyped
          ? typed(run.text, from)
          : dictated(run.text, from, from + run.length)
        from += run.length
        return made
      })
      const run = text[chosen % text.length]
      if (run?.source.kind !== 'dictated') return
      const report = isUnplaced ? aReport([], text) : aReport(text)
      const asked = run.source.words
      const place = placeOfWords(report, asked, run.text)
      const part = partsOfReport(report)[place?.part ?? -1] ?? []
      expect(wordsAt(part, place?.start ?? 0, place?.end ?? 0)).toEqual(asked)
    }),
  )
})
