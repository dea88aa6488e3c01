import type { ReportText, Run, TracedText, WrittenDictation } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { loadStarterTemplates } from '../starter.ts'
import type { Template } from '../template.ts'
import type { MergeContext } from './known-facts.ts'
import { findTemplate, mergeReport } from './merge-report.ts'
import { spokenHeadings } from './place-parts.ts'

const templates = loadStarterTemplates()
function starter(id: string, locale: 'en-CA' | 'fr-CA'): Template {
  const template = findTemplate(templates, id, locale)
  if (!template) throw new Error(`no ${id} ${locale}`)
  return template
}
const chest = starter('chest-xray', 'en-CA')

const context: MergeContext = {
  patient: { id: 'MRN-1', name: 'Jane Roe', birthDate: '1980-03-01', sex: 'female' },
  order: null,
  author: { displayName: 'Dr. Author' },
  receivedAt: '2026-03-01T23:30:00.000Z',
}

function dictated(text: string, from = 0): Run {
  const words = { recognitionId: 'r', from, to: from + 1 }
  return { text, source: { kind: 'dictated', words, rules: [] } }
}
const part = (sectionId: string | null, ...text: Run[]) => ({ sectionId, headingWords: null, text })
const written = (...parts: WrittenDictation['parts']): WrittenDictation => ({ parts, dropped: [] })
const textOf = (text: TracedText | undefined) => (text ?? []).map((run) => run.text).join('')
const section = (report: ReportText, id: string) =>
  report.sections.find((candidate) => candidate.id === id)?.text
const field = (report: ReportText, id: string) =>
  textOf(report.fields.find((candidate) => candidate.id === id)?.text)

describe('filling sections', () => {
  test('puts text under the heading it was said under', () => {
    const report = mergeReport(
      written(part('findings', dictated('Clear.')), part('impression', dictated('Normal.', 1))),
      chest,
      context,
    )
    expect(textOf(section(report, 'findings'))).toBe('Clear.')
    expect(textOf(section(report, 'impression'))).toBe('Normal.')
  })

  test('joins what was said in two goes, with the border marked as the template’s', () => {
    const report = mergeReport(
      written(part('findings', dictated('One.')), part('findings', dictated('Two.', 1))),
      chest,
      context,
    )
    expect(textOf(section(report, 'findings'))).toBe('One.\n\nTwo.')
    expect(section(report, 'findings')?.[1]?.source).toEqual({
      kind: 'template',
      template: 'chest-xray',
      version: chest.version,
    })
  })

  test('leaves a blank in a required section that nobody dictated, and nothing in an optional one', () => {
    const report = mergeReport(written(), chest, context)
    expect(section(report, 'findings')).toEqual([
      { text: '____', source: { kind: 'blank', reason: 'not-dictated' } },
    ])
    expect(section(report, 'technique')).toEqual([])
  })

  test('keeps text without a heading where people see it', () => {
    const said = written(part(null, dictated('Hello.')))
    expect(textOf(mergeReport(said, chest, context).unplaced)).toBe('Hello.')
    const consultation = starter('general-consultation', 'en-CA')
    expect(textOf(section(mergeReport(said, consultation, context), 'reason'))).toBe('Hello.')
  })

  test('keeps text under a heading that the template does not have', () => {
    const report = mergeReport(written(part('plan', dictated('Rest.'))), chest, context)
    expect(textOf(report.unplaced)).toBe('Rest.')
  })
})

describe('filling fields', () => {
  test('shows patient and author with their origin', () => {
    const report = mergeReport(written(), chest, context)
    expect(report.fields[0]?.text).toEqual([
      { text: 'Jane Roe', source: { kind: 'context', field: 'patient.name' } },
    ])
    expect(field(report, 'author')).toBe('Dr. Author')
  })

  test('writes dates as the locale does, and never a day off', () => {
    const english = mergeReport(written(), chest, context)
    const french = mergeReport(written(), starter('chest-xray', 'fr-CA'), context)
    expect(field(english, 'birth-date')).toBe('March 1, 1980')
    expect(field(french, 'birth-date')).toBe('1er mars 1980')
    expect(field(english, 'date')).toBe('March 1, 2026')
    expect(field(french, 'sex')).toBe('Féminin')
  })

  test('shows a day that no calendar has as it was given', () => {
    const wrong = { ...context, patient: { id: 'MRN-1', birthDate: '2026-02-30' } }
    expect(field(mergeReport(written(), chest, wrong), 'birth-date')).toBe('2026-02-30')
  })

  test('leaves out what is not known, but for a required field, which becomes a blank', () => {
    const report = mergeReport(written(), chest, { ...context, patient: null })
    expect(report.fields.map(({ id }) => id)).toEqual(['record', 'author', 'date'])
    expect(field(report, 'record')).toBe('____')
  })
})

test('offers each section’s heading and aliases in lower case', () => {
  const impression = spokenHeadings(chest).find(({ sectionId }) => sectionId === 'impression')
  expect(impression?.aliases).toEqual(['impression', 'conclusion', 'opinion', 'summary'])
})
