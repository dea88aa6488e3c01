import type { ReportText, Run, TracedText, WordFinding } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { findingsIn, stateOfFinding } from './report-findings.ts'

const words = (from: number, to = from + 1) => ({ recognitionId: 'r1', from, to })
const dictated = (text: string, from: number, to?: number): Run => ({
  text,
  source: { kind: 'dictated', words: words(from, to), rules: [] },
})
const typed = (text: string, at = '2026-01-01T00:00:00.000Z'): Run => ({
  text,
  source: { kind: 'typed', by: 'u', at },
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

const aFinding = (from: number, to: number, changes: Partial<WordFinding> = {}) => ({
  id: `writer-1-${from}`,
  words: words(from, to),
  kind: 'ambiguous-number',
  severity: 'high' as const,
  text: '',
  reason: 'Why.',
  source: 'writer',
  ...changes,
})

const lookInto = (report: ReportText, writer: Parameters<typeof findingsIn>[1]['writer'] = []) =>
  findingsIn(report, { writer, patient: {} })

const abbreviation = [dictated('Insulin ', 0), dictated('8U ', 1, 3), dictated('daily.', 3)]

describe('the findings of a report', () => {
  test('are the writer’s and the lints, the most harmful first and then as they are read', () => {
    const report = aReport([...abbreviation, dictated(' Metprolole.', 4)])
    const found = lookInto(report, [
      aFinding(4, 5, { severity: 'medium', text: 'Metprolole' }),
      aFinding(0, 1, { severity: 'low', text: 'Insulin' }),
      aFinding(3, 4, { text: 'daily' }),
      aFinding(9, 10, { text: 'gone' }),
    ])
    expect(found.map(({ origin, text, severity }) => [origin, text, severity])).toEqual([
      ['lint', '8U', 'high'],
      ['writer', 'daily', 'high'],
      ['writer', 'Metprolole', 'medium'],
      ['writer', 'Insulin', 'low'],
      ['writer', 'gone', 'high'],
    ])
  })

  test('of the lints know the words that were said, where somebody said them', () => {
    const lintOf = (text: TracedText) => lookInto(aReport(text))[0]
    expect(lintOf(abbreviation)?.words).toEqual(words(1, 3))
    expect(lintOf([typed('Insulin 8U daily.')])?.words).toBeNull()
  })

  test('are looked for in text that found no section, too', () => {
    const report = aReport([], abbreviation)
    expect(lookInto(report)[0]?.place).toEqual({ part: 2, start: 8, end: 10 })
  })

  test('each have a name of their own', () => {
    const twice = [typed('Insulin 8U. Insulin 8U.')]
    const ids = lookInto(aReport(twice)).map(({ id }) => id)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(2)
  })
})

describe('a lint is known again', () => {
  const idOf = (text: TracedText) => lookInto(aReport(text))[0]?.id

  test('wherever its words move', () => {
    expect(idOf([typed('Note. '), ...abbreviation])).toBe(idOf(abbreviation))
  })

  test('not once its words come from somebody else, or say something else', () => {
    const retyped = [dictated('Insulin ', 0), typed('8U '), dictated('daily.', 3)]
    expect(idOf(retyped)).not.toBe(idOf(abbreviation))
    const later = [dictated('Insulin ', 0), typed('8U ', '2026-02-02T00:00:00.000Z')]
    expect(idOf(later)).not.toBe(idOf(retyped))
    const other = [dictated('Insulin ', 0), dictated('9U ', 1, 3), dictated('daily.', 3)]
    expect(idOf(other)).not.toBe(idOf(abbreviation))
  })
})

test.each([
  [{ part: 0, start: 0, end: 1 }, undefined, 'open'],
  [{ part: 0, start: 0, end: 1 }, 'looked-at', 'looked-at'],
  [{ part: 0, start: 0, end: 1 }, 'reopened', 'open'],
  // An edit was undone: the words are back.
  [{ part: 0, start: 0, end: 1 }, 'taken', 'open'],
  [null, undefined, 'edited'],
  [null, 'taken', 'edited'],
] as const)(
  'with its words at %j, and the decision %s, a finding is %s',
  (place, verdict, state) => {
    expect(stateOfFinding({ place }, verdict)).toBe(state)
  },
)
