import type { Locale } from '@plume/transcript'
import { makePdf } from '../pdf/make-pdf.ts'
import { type PageFormat, pointsOf } from '../pdf/page-format.ts'
import { PageWriter, type Setting } from '../pdf/page-writer.ts'
import { type EnvelopeName, envelopeMargins, envelopeSizes } from './envelope-size.ts'
import { addressLines, type Envelope, isLong, senderLines } from './render-envelopes.ts'

const sender: Setting = { size: 8, leading: 10.5 }
const address: Setting = { size: 11, leading: 14.5 }
/** Nine lines in the usual size would reach into the zone that the post prints on. */
const longAddress: Setting = { size: 8.5, leading: 10.5 }

/** Envelopes as a PDF, one a page of its size: fonts embedded, nothing fetched. */
export function renderEnvelopesPdf(
  envelopes: readonly Envelope[],
  options: { readonly size: EnvelopeName; readonly locale: Locale; readonly title: string },
): Promise<Buffer> {
  const format = formatOf(options.size)
  const { locale, title, size } = options
  return makePdf({ format, locale, title }, (pdf) => {
    for (const envelope of envelopes) drawEnvelope(new PageWriter(pdf, format), envelope, size)
  })
}

function formatOf(name: EnvelopeName): PageFormat {
  const { width, height } = envelopeSizes[name]
  const [left, top, right] = [envelopeMargins.left, envelopeMargins.top, envelopeMargins.right].map(
    pointsOf,
  )
  const size: [number, number] = [pointsOf(width), pointsOf(height)]
  return {
    size,
    width: size[0],
    height: size[1],
    margins: { top: top ?? 0, bottom: 0, left: left ?? 0, right: right ?? 0 },
  }
}

function drawEnvelope(writer: PageWriter, envelope: Envelope, name: EnvelopeName): void {
  const size = envelopeSizes[name]
  const from = writer.left
  const indent = pointsOf(size.addressLeft) - from
  const width = pointsOf(size.width - size.addressLeft - envelopeMargins.right)
  for (const text of senderLines(envelope)) {
    writer.paragraph('P', [{ text, face: 'regular' }], { ...sender, width: indent - pointsOf(12) })
  }
  writer.advance(Math.max(0, pointsOf(size.addressTop) - writer.y))
  const setting = isLong(envelope.recipient) ? longAddress : address
  for (const text of addressLines(envelope.recipient)) {
    writer.paragraph('P', [{ text, face: 'regular' }], { ...setting, indent, width })
  }
  writer.end()
}
