import type { Locale, Recipient, TracedText } from '@plume/transcript'
import { escapeHtml } from '../escape.ts'
import { renderPage } from '../render-page.ts'
import { type EnvelopeName, envelopeMargins, envelopeSizes } from './envelope-size.ts'

/** What is printed on one envelope. */
export type Envelope = {
  readonly recipient: Recipient
  /** The sender's lines: a letterhead. */
  readonly sender: readonly TracedText[]
}

/** More lines of a letterhead than these are no address. */
const mostSenderLines = 5

export function senderLines({ sender }: Envelope): readonly string[] {
  return sender.slice(0, mostSenderLines).map((line) => line.map(({ text }) => text).join(''))
}

/** Name and address. The two spaces before a Canadian postal code are kept from being drawn as one. */
export function addressLines({ name, lines }: Recipient): readonly string[] {
  return [name, ...lines].map((line) =>
    line.replace(/ {2,}/g, (gap) => '\u00a0'.repeat(gap.length)),
  )
}

/** In the usual size it would reach into the zone that the post prints on. */
export function isLong(recipient: Recipient): boolean {
  return addressLines(recipient).length > 6
}

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
.sender { position: absolute; left: ${envelopeMargins.left}mm; top: ${envelopeMargins.top}mm;
  width: ${addressLeft - 2 * envelopeMargins.left}mm; font-size: 8pt; }
.recipient { position: absolute; left: ${addressLeft}mm; top: ${addressTop}mm;
  width: ${width - addressLeft - envelopeMargins.right}mm; }
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

function envelopeHtml(envelope: Envelope): string {
  const { recipient } = envelope
  const size = isLong(recipient) ? 'recipient long' : 'recipient'
  return `<section class="envelope"><address class="sender">${linesHtml(senderLines(envelope))}</address><address class="${size}">${linesHtml(addressLines(recipient))}</address></section>`
}

function linesHtml(lines: readonly string[]): string {
  return lines.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join('')
}
