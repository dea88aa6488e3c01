import type { Locale, ReportText } from '@plume/transcript'
import type { DocumentStatus } from '../document-status.ts'
import { visible } from '../escape.ts'
import { type Labels, labelsOf } from '../labels.ts'
import { patientLine } from '../patient-line.ts'
import type { PrintedReport } from '../printed-report.ts'
import { toBlocks } from '../to-blocks.ts'
import { drawBlocks } from './draw-blocks.ts'
import { fontOf } from './fonts.ts'
import { layOutLines } from './lay-out-lines.ts'
import { makePdf, type PdfConformance } from './make-pdf.ts'
import { colors, pageFormat } from './page-format.ts'
import { PageWriter } from './page-writer.ts'

/** The report as a PDF of its own: fonts embedded, structure tagged, nothing fetched. Rejects only if a font file is missing. */
export function renderPdf(
  report: ReportText,
  status: DocumentStatus,
  options: { readonly conformance?: PdfConformance } = {},
): Promise<Buffer> {
  const { signature, locale } = status
  const signed = signature && {
    Author: visible(signature.byName),
    // The same signed version is the same file, whenever it is made.
    CreationDate: new Date(signature.at),
    ModDate: new Date(signature.at),
  }
  const file = { format: pageFormat(locale), locale, title: report.title, ...options }
  return makePdf({ ...file, ...(signed && { info: signed }) }, (pdf) =>
    writeReport(pdf, { text: report, status }),
  )
}

/** Several reports in one file, to be printed at once; each has pages of its own, and its own numbers on them. */
export function renderBatchPdf(
  reports: readonly PrintedReport[],
  { locale, title }: { readonly locale: Locale; readonly title: string },
): Promise<Buffer> {
  return makePdf({ format: pageFormat(locale), locale, title }, (pdf) => {
    for (const report of reports) writeReport(pdf, report)
  })
}

function writeReport(pdf: PDFKit.PDFDocument, report: PrintedReport): void {
  const { text, status } = report
  const first = pdf.bufferedPageRange().count
  const writer = new PageWriter(pdf, pageFormat(status.locale))
  drawBlocks(writer, toBlocks(text, status))
  finishPages(writer, report, first)
  writer.end()
}

/** Head, foot and watermark of the pages from `first` on, once their number is known. */
function finishPages(writer: PageWriter, { text, status }: PrintedReport, first: number): void {
  const { pdf } = writer
  const labels = labelsOf(status.locale)
  const patient = patientLine(text, status)
  const count = pdf.bufferedPageRange().count - first
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(first + index)
    if (status.signature === null) drawWatermark(writer, labels)
    const { format } = writer
    const foot = format.height - format.margins.bottom + 26
    line(writer, patient, 'left', foot)
    line(writer, labels.page(index + 1, count), 'right', foot)
    if (index > 0) {
      line(writer, text.title, 'left', 34)
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
