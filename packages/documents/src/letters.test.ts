import type { Recipient, ReportText } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import type { DocumentStatus } from './document-status.ts'
import { renderEnvelopes } from './envelopes/render-envelopes.ts'
import { renderEnvelopesPdf } from './envelopes/render-envelopes-pdf.ts'
import { renderBatchPdf } from './pdf/render-pdf.ts'
import { renderBatch } from './render-batch.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown, renderPlainText } from './render-text.ts'

const said = (text: string) => [{ text, source: { kind: 'typed', by: 'a', at: 'b' } } as const]
const to: Recipient = {
  role: 'to',
  name: 'Dr. Jane Roe',
  lines: ['12 Elm Street', 'Montreal QC  H2X 1Y4'],
}
const letter: ReportText = {
  template: { id: 'consultation', version: 1, locale: 'en-CA' },
  title: 'Consultation',
  layout: 'letter',
  letterhead: [said('Elm Hospital'), said('Cardiology')],
  recipients: [to, { role: 'copy', name: 'Dr. Anne Doe', lines: [] }],
  fields: [
    {
      id: 'date',
      label: 'Dictated',
      text: [{ text: 'February 2, 2026', source: { kind: 'context', field: 'dictation.date' } }],
    },
  ],
  salutation: said('Dear Dr. Roe:'),
  sections: [{ id: 'a', heading: 'Plan', required: true, text: said('Rest.') }],
  unplaced: [],
  closing: said('Yours sincerely,'),
  signatureBlock: [said('A. Author, MD'), said('Cardiologist')],
  addenda: [],
}
const status: DocumentStatus = {
  status: 'draft',
  version: 1,
  newestVersion: 1,
  locale: 'en-CA',
  signature: null,
  names: {},
  demonstrationEngine: false,
}

/** Every part, in the order in which a letter is read. */
const parts = [
  'Elm Hospital',
  'Cardiology',
  'February 2, 2026',
  'Dr. Jane Roe',
  'Elm Street',
  'H2X 1Y4',
  'Consultation',
  'Dear Dr. Roe:',
  'Rest.',
  'Yours sincerely,',
  'A. Author, MD',
  'Cardiologist',
  'c. c.',
  'Dr. Anne Doe',
]

describe('a letter', () => {
  test.each([
    ['HTML', renderHtml],
    ['plain text', renderPlainText],
    ['Markdown', (text: ReportText) => renderMarkdown(text, status).replaceAll('\\', '')],
  ])('has every part in its order in %s', (_format, render) => {
    const text = render(letter, status)
    const body = text.slice(Math.max(0, text.indexOf('<body>')))
    const places = parts.map((part) => body.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})

test.each([
  ['fr-CA', 'Le 2 février 2026'],
  ['en-CA', '2 février 2026'],
] as const)('the date of a letter in %s is written as %s, without a label', (locale, written) => {
  const fact = { kind: 'context', field: 'dictation.date' } as const
  const fields = [
    { id: 'date', label: 'Dicté le', text: [{ text: '2 février 2026', source: fact }] },
  ]
  const text = renderPlainText({ ...letter, fields }, { ...status, locale })
  expect(text).toContain(`\n\n${written}\n\n`)
  expect(text).not.toContain('Dicté le')
})

test('a report states its date among its fields', () => {
  expect(renderPlainText({ ...letter, layout: 'report' }, status)).toContain(
    'Dictated: February 2, 2026',
  )
})

describe('a batch', () => {
  test('has each report on a sheet of its own, and says of each how it stands', () => {
    const signed = { ...status, signature: { byName: 'A', at: '2026-03-01T15:04:00Z', hash: 'ab' } }
    const reports = [
      { text: letter, status },
      { text: { ...letter, title: '<b>' }, status: signed },
    ]
    const html = renderBatch(reports, { locale: 'en-CA', title: 'Reports' })
    expect(html.match(/<article class="report">/g)).toHaveLength(2)
    expect(html.match(/DRAFT/g)).toHaveLength(1)
    expect(html).toContain('.report + .report { break-before: page; }')
    expect(html).not.toContain('<b>')
  })
})

describe('envelopes', () => {
  const envelope = { recipient: to, sender: letter.letterhead ?? [] }
  const render = (size: 'dl' | 'no10', envelopes = [envelope]) =>
    renderEnvelopes(envelopes, { size, locale: 'en-CA', title: 'Envelopes' })

  test.each([
    ['dl', '220mm 110mm'],
    ['no10', '241.3mm 104.8mm'],
  ] as const)('of size %s have pages of %s', (size, page) => {
    expect(render(size)).toContain(`@page { size: ${page}; margin: 0; }`)
  })

  test('have sender and address, and nothing of what the letter says', () => {
    const html = render('dl', [envelope, envelope])
    expect(html.match(/<section class="envelope">/g)).toHaveLength(2)
    expect(html).toContain('<p dir="auto">Montreal QC\u00a0\u00a0H2X 1Y4</p>')
    expect(html).toContain('<p dir="auto">Elm Hospital</p>')
    expect(html).not.toMatch(/Rest\.|Consultation/)
  })

  test('show hostile names as the text they are', () => {
    const hostile = { ...to, name: '<script>alert(1)</script>' }
    expect(render('no10', [{ recipient: hostile, sender: [] }])).not.toContain('<script>')
  })
})

describe('PDF', () => {
  /** pdfkit writes a page's own dictionary uncompressed. */
  const sizesOf = (pdf: Buffer) =>
    [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, width, height]) => `${Math.round(Number(width))} ${Math.round(Number(height))}`,
    )

  test('of a batch has the pages of every report, each on its own paper', async () => {
    const french = { text: letter, status: { ...status, locale: 'fr-FR' as const } }
    const reports = [{ text: letter, status }, french, { text: letter, status }]
    const pdf = await renderBatchPdf(reports, { locale: 'en-CA', title: 'Reports' })
    expect(sizesOf(pdf)).toEqual(['612 792', '595 842', '612 792'])
  })

  test('of envelopes has a page of the envelope’s size for each', async () => {
    const envelope = { recipient: to, sender: letter.letterhead ?? [] }
    const lines = Array.from({ length: 8 }, () => 'a line of an address, '.repeat(5).slice(0, 100))
    const longest = { recipient: { ...to, name: 'N'.repeat(100), lines }, sender: [] }
    for (const [size, points] of [
      ['dl', '624 312'],
      ['no10', '684 297'],
    ] as const) {
      const options = { size, locale: 'en-CA', title: 'Envelopes' } as const
      const pdf = await renderEnvelopesPdf([envelope, longest], options)
      expect(sizesOf(pdf)).toEqual([points, points])
    }
  })
})
