import { canonicalJson, type ReportText } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { reportTextSchema } from './report-text.ts'

/** The bytes of a version as they were stored before reports had letterheads, levels or reasons. */
const storedBefore =
  '{"addenda":[],"fields":[{"id":"patient","label":"Patient","text":[{"source":{"field":"patient.name","kind":"context"},"text":"Jane Roe"}]}],' +
  '"sections":[{"heading":"Findings","id":"findings","required":true,"text":[{"source":{"kind":"dictated","rules":[],"words":{"from":0,"recognitionId":"r","to":1}},"text":"Clear."},' +
  '{"source":{"kind":"template","template":"chest-xray","version":1},"text":"\\n\\n"},{"source":{"kind":"blank"},"text":"____"}]}],' +
  '"template":{"id":"chest-xray","locale":"en-CA","version":1},"title":"Chest X-ray","unplaced":[]}'

const letter: ReportText = {
  template: { id: 'letter', version: 1, locale: 'fr-CA' },
  title: 'Lettre',
  layout: 'letter',
  code: '11488-4',
  letterhead: [
    [{ text: 'Clinique', source: { kind: 'template', template: 'letter', version: 1 } }],
  ],
  recipients: [{ role: 'to', name: 'Dre Tremblay', lines: ['1, rue Fictive'] }],
  salutation: [{ text: '____', source: { kind: 'blank', reason: 'not-dictated' } }],
  fields: [],
  sections: [
    {
      id: 'findings',
      heading: 'Constatations',
      required: false,
      loinc: '59776-5',
      level: 2,
      placed: 'default',
      text: [
        {
          text: 'Examen normal.',
          source: {
            kind: 'template',
            template: 'letter',
            version: 1,
            default: true,
            over: { recognitionId: 'r', from: 0, to: 2 },
          },
        },
      ],
    },
  ],
  unplaced: [],
  closing: [{ text: 'Salutations', source: { kind: 'template', template: 'letter', version: 1 } }],
  signatureBlock: [[{ text: 'Dr Roy', source: { kind: 'context', field: 'author.name' } }]],
  addenda: [],
}

describe('the text of a report', () => {
  test('comes back byte for byte from a version stored before letters and forms', () => {
    const parsed = reportTextSchema.parse(JSON.parse(storedBefore))
    expect(canonicalJson(parsed)).toBe(storedBefore)
  })

  test('comes back as it was with everything that a letter has', () => {
    expect(reportTextSchema.parse(JSON.parse(canonicalJson(letter)))).toEqual(letter)
  })

  test.each<[string, unknown]>([
    ['a code that LOINC cannot have', { ...letter, code: 'letter' }],
    ['a layout that nobody draws', { ...letter, layout: 'poster' }],
    ['something it does not know', { ...letter, watermark: 'x' }],
    ['a recipient without a role', { ...letter, recipients: [{ name: 'x', lines: [] }] }],
  ])('refuses %s', (_name, text) => {
    expect(reportTextSchema.safeParse(text).success).toBe(false)
  })
})
