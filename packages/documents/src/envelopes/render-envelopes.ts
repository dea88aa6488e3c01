import type { Locale, Recipient, TracedText } from '@plume/transcript'
import { escapeHtml } from '../escape.ts'
import { renderPage } from '../render-page.ts'
import { type EnvelopeName, envelopeSizes } from './envelope-size.ts'

/** What is printed on one envelope. */
export type Envelope = {
  readonly recipient: Recipient
  /** The sender's lines: a letterhead. */
  readonly sender: readonly TracedText[]
}

/** More lines of a letterhead than these are no address. */
const senderLines = 5

/** Margins in millimetres; type sizes in points. */
const envelopeStyle = (name: EnvelopeName) => {
  const { width, height, addressLeft, addressTop } = envelopeSizes[name]
  return `
@page { size: ${width}mm ${height}mm; margin: 0; }
body { margin: 0; background: #fff; color: #000;
  font: 11pt/1.3 'Source Sans 3', 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif; }
.envelope { position: relative; width: ${width}mm; height: ${height}mm; overflow: hidden;
  break-after: page; overflow-wrap: anywhere; white-space: pre-wrap; }
.envelope:last-child { break-after: auto; }
.envelope p { margin: 0; }
address { font-style: normal; }
.sender { position: absolute; left: 12mm; top: 10mm; width: ${addressLeft - 24}mm; font-size: 8pt; }
.recipient { position: absolute; left: ${addressLeft}mm; top: ${addressTop}mm;
  width: ${width - addressLeft - 15}mm; }
.recipient.long { font-size: 8.5pt; line-height: 1.2; }
@media screen { body { background: #eef1f5; } .envelope { margin: 8mm auto; background: #fff;
  box-shadow: 0 1px 4px rgb(28 36 48 / 25%); } }
`
}

/** Envelopes to be printed, one a page of its size: no script, nothing fetched. */
export function renderEnvelopes(
  envelopes: readonly Envelope[],
  options: { readonly size: EnvelopeName; readonly locale: Locale; readonly title: string },
): string {
  return renderPage({
    locale: options.locale,
    title: options.title,
    style: envelopeStyle(options.size),
    body: envelopes.map(envelopeHtml).join('\n'),
  })
}

function envelopeHtml({ recipient, sender }: Envelope): string {
  const from = sender.slice(0, senderLines).map((line) => line.map(({ text }) => text).join(''))
  const to = [recipient.name, ...recipient.lines]
  // Nine lines in the usual size would reach into the zone that the post prints on.
  const size = to.length > 6 ? 'recipient long' : 'recipient'
  return `<section class="envelope"><address class="sender">${linesHtml(from)}</address><address class="${size}">${linesHtml(to)}</address></section>`
}

function linesHtml(lines: readonly string[]): string {
  return lines.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join('')
}
