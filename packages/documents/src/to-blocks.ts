import type { Recipient, ReportText, TracedText } from '@plume/transcript'
import type { DocumentStatus } from './document-status.ts'
import { type Labels, labelsOf, writtenInstant } from './labels.ts'

/** A piece of a line: text, or a gap that somebody still has to fill. */
export type Inline = { readonly text: string; readonly blank: boolean }
/** Lines of a paragraph; a new one begins where the dictation asked for a new line. */
export type Paragraph = readonly (readonly Inline[])[]

/** A report as a sequence of neutral blocks. Every output format is made from these. */
export type Block =
  | { readonly kind: 'notice'; readonly tone: 'draft' | 'warning'; readonly text: string }
  | { readonly kind: 'title'; readonly text: string }
  | {
      readonly kind: 'fields'
      readonly fields: readonly { readonly label: string; readonly value: readonly Inline[] }[]
    }
  | {
      readonly kind: 'section'
      readonly heading: string
      readonly paragraphs: readonly Paragraph[]
      /** Dictated text that no section took: shown so that nobody overlooks it. */
      readonly unplaced: boolean
      readonly note: string | null
    }
  | {
      /** A text around the sections of a letter. */
      readonly kind: 'lines'
      readonly part: 'letterhead' | 'to' | 'salutation' | 'closing' | 'signatory' | 'copies'
      readonly paragraphs: readonly Paragraph[]
    }
  | { readonly kind: 'signature'; readonly lines: readonly string[] }

export function toBlocks(report: ReportText, status: DocumentStatus): readonly Block[] {
  return [
    ...notices(status),
    ...lines('letterhead', (report.letterhead ?? []).flatMap(paragraphsOf)),
    ...lines('to', addressees(report, 'to')),
    { kind: 'title', text: report.title },
    ...fields(report),
    ...lines('salutation', paragraphsOf(report.salutation ?? [])),
    ...report.sections
      .filter(({ text }) => text.length > 0)
      .map(({ heading, text }) => section(heading, text)),
    ...unplaced(report, status),
    ...lines('closing', paragraphsOf(report.closing ?? [])),
    ...lines('signatory', (report.signatureBlock ?? []).flatMap(paragraphsOf)),
    ...signature(status),
    ...lines('copies', copies(report)),
    ...addenda(report, status),
  ]
}

type LinePart = Extract<Block, { kind: 'lines' }>['part']

function lines(part: LinePart, paragraphs: readonly Paragraph[]): readonly Block[] {
  return paragraphs.length === 0 ? [] : [{ kind: 'lines', part, paragraphs }]
}

/** Name and address of each, a paragraph each. */
function addressees({ recipients = [] }: ReportText, wanted: Recipient['role']): Paragraph[] {
  return recipients
    .filter(({ role }) => role === wanted)
    .map(({ name, lines: address }) => [name, ...address].map((text) => [{ text, blank: false }]))
}

/** Both languages write it alike. */
function copies(report: ReportText): readonly Paragraph[] {
  const people = addressees(report, 'copy')
  return people.length === 0 ? [] : [[[{ text: 'c. c.', blank: false }]], ...people]
}

function fields({ fields: shown }: ReportText): readonly Block[] {
  if (shown.length === 0) return []
  return [
    {
      kind: 'fields',
      fields: shown.map(({ label, text }) => ({ label, value: text.map(oneLine) })),
    },
  ]
}

function notices(facts: DocumentStatus): readonly Block[] {
  const { status, signature: signed, demonstrationEngine, locale, version, newestVersion } = facts
  const labels = labelsOf(locale)
  const notice = (tone: 'draft' | 'warning', text: string): Block => ({
    kind: 'notice',
    tone,
    text,
  })
  return [
    // A signature is what makes it signed, whatever the status says.
    ...(signed === null ? [notice('draft', unsignedLabel(status, labels))] : []),
    ...(newestVersion > version ? [notice('warning', labels.newer(version, newestVersion))] : []),
    ...(demonstrationEngine ? [notice('warning', labels.demonstration)] : []),
  ]
}

function unsignedLabel(status: DocumentStatus['status'], labels: Labels): string {
  if (status === 'finalised') return labels.finalised
  return status === 'superseded' ? labels.superseded : labels.draft
}

function section(heading: string, text: TracedText, note: string | null = null): Block {
  return { kind: 'section', heading, paragraphs: paragraphsOf(text), unplaced: false, note }
}

function unplaced(report: ReportText, { locale }: DocumentStatus): readonly Block[] {
  if (report.unplaced.length === 0) return []
  const block = section(labelsOf(locale).unplaced, report.unplaced)
  return block.kind === 'section' ? [{ ...block, unplaced: true }] : []
}

function addenda(report: ReportText, { locale, names }: DocumentStatus): readonly Block[] {
  const labels = labelsOf(locale)
  return report.addenda.map(({ by, at, text }) =>
    section(labels.addendum, text, labels.addedBy(names[by] ?? by, writtenInstant(at, locale))),
  )
}

function signature({ signature: signed, version, locale }: DocumentStatus): readonly Block[] {
  if (!signed) return []
  const labels = labelsOf(locale)
  return [
    {
      kind: 'signature',
      lines: [
        labels.signedBy(signed.byName, writtenInstant(signed.at, locale)),
        `${labels.version(version)} · ${labels.fingerprint} ${signed.hash.slice(0, 16)}`,
      ],
    },
  ]
}

/** Blank lines divide paragraphs, single line breaks divide lines, wherever the runs have their borders. */
export function paragraphsOf(text: TracedText): readonly Paragraph[] {
  const paragraphs: Inline[][][] = [[[]]]
  let breaks = 0
  for (const run of text) {
    const { blank } = inlineOf(run)
    for (const piece of run.text
      .replace(/\r\n?|[\v\u0085\u2028]/g, '\n')
      .split(/(\n|[\f\u2029])/)) {
      if (piece === '\n') breaks += 1
      else if (piece === '\f' || piece === '\u2029') breaks += 2
      else if (piece !== '') {
        if (breaks >= 2) paragraphs.push([[]])
        else if (breaks === 1) paragraphs.at(-1)?.push([])
        breaks = 0
        paragraphs.at(-1)?.at(-1)?.push({ text: piece, blank })
      }
    }
  }
  return paragraphs.filter((lines) => lines.some((line) => line.length > 0))
}

/** A line break in a field would let it pass for the next field. */
function oneLine(run: TracedText[number]): Inline {
  const { text, blank } = inlineOf(run)
  return { text: text.replace(/\s*[\n\r\f\v\u0085\u2028\u2029]\s*/g, ' '), blank }
}

function inlineOf(run: TracedText[number]): Inline {
  return { text: run.text, blank: run.source.kind === 'blank' }
}
