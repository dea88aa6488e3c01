import { partsOfReport, type ReportText, textOf } from '@plume/transcript'
import { describe, expect, it } from 'vitest'
import { aReportText, dictated } from '../editor/a-report.ts'
import { reportTextToDoc } from '../report-doc/report-text-to-doc.ts'
import { rangeOfPlace } from './range-of-place.ts'

const line = (text: string) =>
  [{ text, source: { kind: 'template', template: 't', version: 1 } }] as const

const report: ReportText = {
  ...aReportText({
    fields: [{ id: 'rate', label: 'Rate', text: [dictated('72 a minute', 0)] }],
    findings: [
      dictated('Lungs clear.\nHeart', 1),
      dictated(' normal.\n\nNo', 2),
      dictated(' nodule.', 3),
    ],
    impression: [dictated('Normal.', 4)],
  }),
  letterhead: [line('Head')],
  closing: line('Yours'),
  signatureBlock: [line('Dr. Roe')],
}

/** What stands in the document where `said` is in a part of the report. */
function found(text: ReportText, said: string): string | null {
  const part = partsOfReport(text).findIndex((each) => textOf(each).includes(said))
  const start = textOf(partsOfReport(text)[part] ?? []).indexOf(said)
  const doc = reportTextToDoc(text)
  const range = rangeOfPlace(doc, { part, start, end: start + said.length })
  return range && doc.textBetween(range.from, range.to, '¶', '\n')
}

describe('a place of the report’s text in the document', () => {
  it.each([
    'Head',
    '72',
    'Lungs',
    'clear.\nHeart',
    'Heart normal',
    'nodule',
    'Normal.',
    'Yours',
    'Dr. Roe',
  ])('is where %j stands', (said) => {
    expect(found(report, said)).toBe(said)
  })

  it('may reach over the border of paragraphs', () => {
    expect(found(report, 'normal.\n\nNo')).toBe('normal.¶No')
  })

  it('is found in unplaced text, and below it', () => {
    const unplaced = { ...report, unplaced: [dictated('Odd words.', 5)] }
    expect(found(unplaced, 'Odd')).toBe('Odd')
    expect(found(unplaced, 'Yours')).toBe('Yours')
  })

  it('is nowhere where there is no such text', () => {
    const doc = reportTextToDoc(report)
    expect(rangeOfPlace(doc, { part: 4, start: 0, end: 3 })).toBeNull()
    expect(rangeOfPlace(doc, { part: 99, start: 0, end: 3 })).toBeNull()
    expect(rangeOfPlace(doc, { part: 1, start: 100, end: 103 })).toBeNull()
  })
})
