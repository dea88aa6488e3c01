import type { Locale } from '@plume/transcript'
import PDFDocument from 'pdfkit'
import { visible } from '../escape.ts'
import { faces, fontOf } from './fonts.ts'
import type { PageFormat } from './page-format.ts'

/**
 * What the file says it keeps to. PDF/A-2a is the default: archival and tagged (ISO 19005-2). PDF/A-1b (ISO 19005-1) is
 * for archives that take nothing newer.
 */
export type PdfConformance = 'PDF/A-2a' | 'PDF/A-1b'

/** Margins are the writer's own: pdfkit would break lines and pages by its own. */
export const noMargins = { top: 0, bottom: 0, left: 0, right: 0 }

/** A whole archival file with the report's fonts in it, of what `draw` puts there. Rejects only if a font file is missing. */
export async function makePdf(
  file: {
    readonly format: PageFormat
    readonly locale: Locale
    readonly title: string
    readonly conformance?: PdfConformance
    readonly info?: PDFKit.PDFDocumentOptions['info']
  },
  draw: (pdf: PDFKit.PDFDocument) => void,
): Promise<Buffer> {
  const { format, locale, title, conformance = 'PDF/A-2a', info } = file
  const pdf = new PDFDocument({
    subset: conformance,
    tagged: true,
    lang: locale,
    displayTitle: true,
    pdfVersion: conformance === 'PDF/A-1b' ? '1.4' : '1.7',
    info: { Title: visible(title), Creator: 'Plume', Producer: 'Plume', ...info },
    size: format.size,
    autoFirstPage: false,
    bufferPages: true,
    margins: noMargins,
  })
  // An open list says how many entries it has; PDF/A-1 (ISO 19005-1, through PDF 1.4, table 8.3) wants to know.
  const outline = outlineOf(pdf)
  outline.options = { ...outline.options, expanded: true }
  for (const face of faces) pdf.registerFont(face, fontOf(face).bytes)
  const bytes = collect(pdf)
  draw(pdf)
  pdf.end()
  return bytes
}

/** What pdfkit's outline takes since 0.17 and its types do not name. */
type Outline = {
  options: { readonly expanded?: boolean }
  addItem(title: string, options: { readonly top: number }): unknown
}

/** The list of headings beside the pages. */
export function outlineOf({ outline }: { readonly outline: object }): Outline {
  if ('options' in outline && 'addItem' in outline) return outline as Outline
  throw new Error('pdfkit keeps its outline in another form than 0.20')
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}
