import { inflateRawSync } from 'node:zlib'
import type { ReportText, Run } from '@plume/transcript'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentStatus } from './document-status.ts'
import { renderDocx, renderPdf } from './index.ts'

function dictated(text: string): Run {
  const words = { recognitionId: 'r', from: 0, to: 1 }
  return { text, source: { kind: 'dictated', words, rules: [] } }
}

function aReport(text: string, changes: Partial<ReportText> = {}): ReportText {
  return {
    template: { id: 'chest-xray', version: 1, locale: 'en-CA' },
    title: 'Chest X-ray',
    fields: [
      {
        id: 'record',
        label: 'Record no.',
        text: [{ text: 'MRN-77', source: { kind: 'context', field: 'patient.id' } }],
      },
      { id: 'order', label: 'Order', text: [{ text: '____', source: { kind: 'blank' } }] },
    ],
    sections: [{ id: 'findings', heading: 'Findings', required: true, text: [dictated(text)] }],
    unplaced: [],
    addenda: [],
    ...changes,
  }
}

const draft: DocumentStatus = {
  status: 'draft',
  newestVersion: 1,
  version: 1,
  locale: 'en-CA',
  signature: null,
  names: {},
  demonstrationEngine: false,
}
const signature = { byName: 'Dr. Author', at: '2026-03-01T15:04:00Z', hash: 'ab'.repeat(32) }
const signed: DocumentStatus = { ...draft, status: 'signed', version: 3, signature }

/** pdfkit writes a page's own dictionary uncompressed. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

describe('PDF', () => {
  test('of a signed version is the same file, whenever it is made', async () => {
    const once = await renderPdf(aReport('Clear.'), signed)
    expect(once.equals(await renderPdf(aReport('Clear.'), signed))).toBe(true)
  })

  test('says its language, that it is tagged, and which archival form it keeps to', async () => {
    const file = (await renderPdf(aReport('Clair.'), { ...signed, locale: 'fr-CA' })).toString(
      'latin1',
    )
    expect(file).toContain('/Lang (fr-CA)')
    expect(file).toContain('/Marked true')
    expect(file).toContain('<pdfaid:part>2</pdfaid:part>')
    const old = await renderPdf(aReport('Clear.'), signed, { conformance: 'PDF/A-1b' })
    expect(old.toString('latin1')).toContain('<pdfaid:part>1</pdfaid:part>')
  })

  test('goes on over as many pages as the text needs', async () => {
    const text = 'The lungs are clear, without consolidation or effusion. '.repeat(900)
    expect(pagesOf(await renderPdf(aReport('Clear.'), signed))).toBe(1)
    expect(pagesOf(await renderPdf(aReport(text), signed))).toBeGreaterThan(8)
  })

  test('never breaks on a text, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const report = aReport(text === '' ? 'x' : text, {
          title: text,
          unplaced: [dictated(`${text}x`)],
        })
        expect((await renderPdf(report, draft)).subarray(0, 5).toString()).toBe('%PDF-')
      }),
      { numRuns: 40 },
    )
  })
})

/** The parts of a ZIP archive that are compressed, which is all of them here, by name. */
function partOf(zip: Buffer, name: string): string {
  for (
    let at = zip.indexOf('PK\u0001\u0002');
    at !== -1;
    at = zip.indexOf('PK\u0001\u0002', at + 4)
  ) {
    const length = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + length) !== name) continue
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    return inflateRawSync(zip.subarray(from, from + zip.readUInt32LE(at + 20))).toString()
  }
  throw new Error(`no ${name}`)
}

/** The text of each paragraph that stays with the next one. */
async function keptWithNext(report: ReportText): Promise<readonly string[]> {
  const xml = partOf(await renderDocx(report, signed), 'word/document.xml')
  return xml
    .split('</w:p>')
    .filter((paragraph) => paragraph.includes('<w:keepNext/>'))
    .map((paragraph) => paragraph.replace(/<[^>]+>/g, ''))
}

describe('DOCX', () => {
  test('keeps the signature with the last paragraph that it signs, and in one piece', async () => {
    expect(await keptWithNext(aReport('One.\n\nTwo.'))).toEqual([
      'Two.',
      expect.stringContaining('Signed electronically by Dr. Author'),
    ])
  })

  test('keeps closing and signature of a letter with its last paragraph', async () => {
    const lines = (text: string) => [[dictated(text)]]
    const letter = aReport('One.\n\nTwo.', {
      layout: 'letter',
      closing: [dictated('Yours sincerely,')],
      signatureBlock: lines('Dr. Author'),
    })
    expect((await keptWithNext(letter)).slice(0, 2)).toEqual(['Two.', 'Yours sincerely,'])
  })

  test('never breaks on a text, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const report = aReport(text === '' ? 'x' : text, { title: text })
        expect((await renderDocx(report, draft)).subarray(0, 2).toString()).toBe('PK')
      }),
      { numRuns: 40 },
    )
  })
})
