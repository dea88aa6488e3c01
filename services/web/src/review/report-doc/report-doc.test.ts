import type { ReportText, Run, Source, TracedText } from '@plume/transcript'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { docToReportText, joinRuns } from './doc-to-report-text.ts'
import { reportTextToDoc } from './report-text-to-doc.ts'
import { borderOf, nodes, reportSchema } from './schema.ts'

const typist = { id: 'user-1', at: '2025-03-03T10:00:00.000Z' }

function dictated(text: string, from: number): Run {
  return {
    text,
    source: { kind: 'dictated', words: { recognitionId: 'r1', from, to: from + 1 }, rules: [] },
  }
}

function aReport(parts: {
  readonly findings?: TracedText
  readonly fields?: ReportText['fields']
  readonly unplaced?: TracedText
}): ReportText {
  return {
    template: { id: 'chest-xray', version: 1, locale: 'en-CA' },
    title: 'Chest X-ray',
    fields: parts.fields ?? [],
    sections: [
      { id: 'findings', heading: 'Findings', required: true, text: parts.findings ?? [] },
      { id: 'impression', heading: 'Impression', required: false, text: [] },
    ],
    unplaced: parts.unplaced ?? [],
    addenda: [{ by: 'user-2', at: typist.at, text: [{ text: 'Later.', source: typed('user-2') }] }],
  }
}

function typed(by: string): Source {
  return { kind: 'typed', by, at: '2025-01-01T00:00:00.000Z' }
}

const wordRange = fc
  .tuple(fc.constantFrom('r1', 'r2'), fc.nat(50), fc.integer({ min: 1, max: 5 }))
  .map(([recognitionId, from, length]) => ({ recognitionId, from, to: from + length }))

const source: fc.Arbitrary<Source> = fc.oneof(
  fc.record({
    kind: fc.constant('dictated' as const),
    words: wordRange,
    rules: fc.array(fc.record({ rule: fc.string(), before: fc.string(), after: fc.string() }), {
      maxLength: 2,
    }),
  }),
  fc.record({ kind: fc.constant('template' as const), template: fc.string(), version: fc.nat(9) }),
  fc.record({ kind: fc.constant('context' as const), field: fc.string() }),
  fc.record(
    { kind: fc.constant('typed' as const), by: fc.string(), at: fc.string(), over: wordRange },
    { requiredKeys: ['kind', 'by', 'at'] },
  ),
  fc.record({ kind: fc.constant('blank' as const), over: wordRange }, { requiredKeys: ['kind'] }),
)

/** Line ends of every shape, hostile text and characters beyond the basic plane. */
const runText = fc
  .array(
    fc.oneof(
      fc.constantFrom('\n', '\n\n', '\n\n\n', '<script>', '&lt;', '\u00a0', '🫀', '\t', '\r', ' '),
      fc.string({ minLength: 1 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text !== '')

const tracedText = fc
  .array(fc.record({ text: runText, source }), { maxLength: 8 })
  .map((runs) => joinRuns(runs))

const letterParts = fc.record(
  {
    letterhead: fc.array(tracedText, { maxLength: 3 }),
    salutation: tracedText,
    closing: tracedText,
    signatureBlock: fc.array(tracedText, { maxLength: 3 }),
  },
  { requiredKeys: [] },
)

describe('report text as a document', () => {
  it('comes back with every run and every source', () => {
    fc.assert(
      fc.property(
        tracedText,
        tracedText,
        tracedText,
        letterParts,
        (findings, field, unplaced, letter) => {
          const report = {
            ...letter,
            ...aReport({
              findings,
              unplaced,
              fields: [{ id: 'patient.name', label: 'Patient', text: field }],
            }),
          }
          expect(docToReportText(reportTextToDoc(report), report, typist)).toEqual(report)
        },
      ),
    )
  })

  it('is a valid document, whatever the runs', () => {
    fc.assert(fc.property(tracedText, (findings) => reportTextToDoc(aReport({ findings })).check()))
  })

  it('parts paragraphs at a blank line and breaks lines at a single line end', () => {
    const doc = reportTextToDoc(
      aReport({
        findings: [dictated('One.\nTwo.', 0), dictated('\n\n', 1), dictated('Three.', 2)],
      }),
    )
    const section = doc.child(1)
    expect(section.childCount).toBe(2)
    expect(section.child(0).textContent).toBe('One.\nTwo.')
    expect(borderOf(section.child(1))).toEqual([dictated('\n', 1), dictated('\n', 1)])
  })

  it('keeps both sources of a blank line that two runs share', () => {
    const findings = [dictated('One.\n', 0), dictated('\nTwo.', 1)]
    const report = aReport({ findings })
    expect(docToReportText(reportTextToDoc(report), report, typist).sections[0]?.text).toEqual(
      findings,
    )
  })

  it('locks a field that comes from the record, and leaves a blank one open', () => {
    const doc = reportTextToDoc(
      aReport({
        fields: [
          { id: 'a', label: 'A', text: [{ text: 'x', source: { kind: 'context', field: 'a' } }] },
          { id: 'b', label: 'B', text: [{ text: '____', source: { kind: 'blank' } }] },
        ],
      }),
    )
    expect(doc.child(1).children.map((field) => field.attrs.locked)).toEqual([true, false])
  })
})

describe('a document as report text', () => {
  it('takes text without a source as typed by the editor', () => {
    const report = aReport({ findings: [dictated('Clear lungs.', 0)] })
    const doc = reportTextToDoc(report)
    const section = doc.child(1)
    const edited = doc.copy(
      doc.content.replaceChild(
        1,
        section.copy(
          section.content.addToEnd(nodes.paragraph.create(null, reportSchema.text('No effusion.'))),
        ),
      ),
    )
    expect(docToReportText(edited, report, typist).sections[0]?.text).toEqual([
      dictated('Clear lungs.', 0),
      {
        text: '\n\nNo effusion.',
        source: { kind: 'typed', by: typist.id, at: typist.at },
      },
    ])
  })

  it('keeps the addenda and the template of its base', () => {
    const report = aReport({})
    const back = docToReportText(reportTextToDoc(report), report, typist)
    expect(back.addenda).toEqual(report.addenda)
    expect(back.template).toEqual(report.template)
  })
})
