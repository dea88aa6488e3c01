import type { ReportText } from '@plume/transcript'
import type { DocumentStatus } from '../document-status.ts'
import { visible } from '../escape.ts'
import { type Labels, labelsOf } from '../labels.ts'
import { patientLine } from '../patient-line.ts'
import { toBlocks } from '../to-blocks.ts'
import { drawBlocks } from './draw-blocks.ts'
import { fontOf } from './fonts.ts'
import { layOutLines } from './lay-out-lines.ts'
import { colors, pageFormat } from './page-format.ts'
import { openPdf, PageWriter } from './page-writer.ts'

/**
 * What the file says it keeps to. PDF/A-2a is the default: archival and tagged (ISO 19005-2). PDF/A-1b (ISO 19005-1) is
 * for archives that take nothing newer.
 */
export type PdfConformance = 'PDF/A-2a' | 'PDF/A-1b'

/** The report as a PDF of its own: fonts embedded, structure tagged, nothing fetched. Rejects only if a font file is missing. */
export async function renderPdf(
  report: ReportText,
  status: DocumentStatus,
  { conformance = 'PDF/A-2a' }: { readonly conformance?: PdfConformance } = {},
): Promise<Buffer> {
  const format = pageFormat(status.locale)
  const patient = patientLine(report, status)
  const pdf = openPdf(format, {
    subset: conformance,
    tagged: true,
    lang: status.locale,
    displayTitle: true,
    pdfVersion: conformance === 'PDF/A-1b' ? '1.4' : '1.7',
    info: {
      Title: visible(report.title),
      Creator: 'Plume',
      Producer: 'Plume',
      ...(status.signature && {
        Author: visible(status.signature.byName),
        // The same signed version is the same file, whenever it is made.
        CreationDate: new Date(status.signature.at),
        ModDate: new Date(status.signature.at),
      }),
    },
  })
  const bytes = collect(pdf)
  const writer = new PageWriter(pdf, format)
  drawBlocks(writer, toBlocks(report, status))
  finishPages(writer, report, status, patient)
  writer.end()
  return bytes
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}

/** Head, foot and watermark, once the number of pages is known. */
function finishPages(
  writer: PageWriter,
  report: ReportText,
  status: DocumentStatus,
  patient: string,
): void {
  const { pdf } = writer
  const labels = labelsOf(status.locale)
  const { start, count } = pdf.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(start + index)
    if (status.signature === null) drawWatermark(writer, labels)
    const { format } = writer
    const foot = format.height - format.margins.bottom + 26
    line(writer, patient, 'left', foot)
    line(writer, labels.page(index + 1, count), 'right', foot)
    if (index > 0) {
      line(writer, report.title, 'left', 34)
      line(writer, patient, 'right', 34)
    }
  }
}

/** One line of a head or foot, cut to half of the page: it must not run into the other half. */
function line(writer: PageWriter, text: string, side: 'left' | 'right', y: number): void {
  if (text === '') return
  const setting = { size: 8.5, leading: 11, color: colors.quiet }
  const half = writer.width / 2 - 8
  const [first] = layOutLines([{ text, face: 'regular' }], half, writer.measure(setting.size))
  const last = first?.at(-1)
  if (!first || !last) return
  const x = side === 'left' ? writer.left : writer.left + writer.width - (last.x + last.width)
  writer.decorate(() => writer.drawLines([first], x, y, setting), 'Pagination')
}

/**
 * Outlines of letters across the page, in a solid colour: PDF/A-1 allows no transparency, and nothing of the report may be
 * hidden. They are drawn, not written, so that the text of the page stays the report's own.
 */
function drawWatermark(writer: PageWriter, { watermark }: Labels): void {
  const { format } = writer
  const { font } = fontOf('bold')
  const { glyphs, advanceWidth } = font.layout(watermark)
  const scale = 66 / font.unitsPerEm
  writer.decorate((pdf) => {
    pdf.save()
    pdf.translate(format.width / 2, format.height / 2).rotate(-52)
    // Fonts count upwards, pages downwards.
    pdf.scale(scale, -scale).translate(-advanceWidth / 2, -font.capHeight / 2)
    pdf.lineWidth(0.6 / scale).strokeColor(colors.line)
    for (const { path, advanceWidth: advance } of glyphs) {
      pdf.path(path.toSVG()).stroke()
      pdf.translate(advance, 0)
    }
    pdf.restore()
  }, 'Pagination')
}
