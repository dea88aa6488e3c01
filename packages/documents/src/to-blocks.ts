import type { Recipient, ReportField, ReportText, TracedText } from '@plume/transcript'
import type { DocumentStatus } from './document-status.ts'
import { type Labels, labelsOf, writtenInstant } from './labels.ts'

/** A piece of a line: text, or a gap that somebody still has to fill. */
export type Inline = { readonly text: string; readonly blank: boolean }
/** Lines of a paragraph; a new one begins where the dictation asked for a new line. */
export type Paragraph = readonly (readonly Inline[])[]

/** A report as a sequence of neutral blocks. Every output format is made from these. */
export type Block =
  | { readonly kind: 'notice'; readonly tone: 'draft' | 'warning'; readonly text: string }
  /** `subject`: of a letter, between addressee and salutation. */
  | { readonly kind: 'title'; readonly text: string; readonly role: 'title' | 'subject' }
  | {
      readonly kind: 'fields'
      readonly fields: readonly { readonly label: string; readonly value: readonly Inline[] }[]
      /** A form: each field in a box of its own, to be finished by hand. */
      readonly boxed: boolean
    }
  | {
      readonly kind: 'section'
      readonly heading: string
      /** How deep the heading stands. */
      readonly level: 1 | 2 | 3
      readonly paragraphs: readonly Paragraph[]
      /** Dictated text that no section took: shown so that nobody overlooks it. */
      readonly unplaced: boolean
      readonly note: string | null
    }
  | {
      /** A text around the sections of a letter. */
      readonly kind: 'lines'
      readonly part:
        | 'letterhead'
        | 'date'
        | 'to'
        | 'salutation'
        | 'closing'
        | 'signatory'
        | 'copies'
      readonly paragraphs: readonly Paragraph[]
    }
  | { readonly kind: 'signature'; readonly lines: readonly string[] }

export function toBlocks(report: ReportText, status: DocumentStatus): readonly Block[] {
  return [
    ...notices(status),
    ...lines('letterhead', (report.letterhead ?? []).flatMap(paragraphsOf)),
    ...letterDate(report, status),
    ...lines('to', addressees(report, 'to')),
    { kind: 'title', text: report.title, role: report.layout === 'letter' ? 'subject' : 'title' },
    ...fields(report),
    ...lines('salutation', paragraphsOf(report.salutation ?? [])),
    ...report.sections
      .filter(({ text }) => text.length > 0)
      .map(({ heading, text, level }) => section(heading, text, { level: level ?? 1 })),
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

/** A letter is of the day on which it was dictated, and says so above the address. */
function letterDate(report: ReportText, { locale }: DocumentStatus): readonly Block[] {
  const day = dateFieldOf(report)
  if (!day) return []
  const [before = '', after = ''] = labelsOf(locale).letterDate('\n').split('\n')
  const around = (text: string) => (text === '' ? [] : [{ text, blank: false }])
  return lines('date', [[[...around(before), ...day.text.map(oneLine), ...around(after)]]])
}

function dateFieldOf({ layout, fields: all }: ReportText): ReportField | undefined {
  if (layout !== 'letter') return undefined
  return all.find(({ text }) =>
    text.some(({ source }) => source.kind === 'context' && source.field === 'dictation.date'),
  )
}

function fields(report: ReportText): readonly Block[] {
  const day = dateFieldOf(report)
  const shown = report.fields.filter((field) => field !== day)
  if (shown.length === 0) return []
  const rows = shown.map((field) => ({
    label: field.label,
    value: boxes(field) ?? field.text.map(oneLine),
  }))
  return [{ kind: 'fields', fields: rows, boxed: report.layout === 'form' }]
}

/**
 * The answers to choose from, the chosen one with a cross in its box; null where the field has none, or says something
 * else than one of them.
 */
function boxes({ choices, text }: ReportField): readonly Inline[] | null {
  if (!choices) return null
  const given = text.filter((run) => !inlineOf(run).blank)
  const answer = plainAnswer(given)
  const isOne = choices.some((choice) => choice.toLowerCase() === answer)
  // What stands beside a blank is no answer yet.
  if (answer !== '' && !(isOne && given.length === text.length)) return null
  // No-break spaces keep a box with its answer, and answers apart.
  const row = choices.map(
    (choice) => `${choice.toLowerCase() === answer ? '☒' : '☐'}\u00A0${choice}`,
  )
  return [{ text: row.join('\u00A0\u00A0 '), blank: false }]
}

function plainAnswer(text: TracedText): string {
  const written = text.map((run) => run.text).join('')
  return written.trim().replace(/\.$/, '').toLowerCase()
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

function section(
  heading: string,
  text: TracedText,
  about: { level?: 1 | 2 | 3; note?: string; unplaced?: true } = {},
): Block {
  const { level = 1, note = null, unplaced = false } = about
  return { kind: 'section', heading, level, paragraphs: paragraphsOf(text), unplaced, note }
}

function unplaced(report: ReportText, { locale }: DocumentStatus): readonly Block[] {
  if (report.unplaced.length === 0) return []
  return [section(labelsOf(locale).unplaced, report.unplaced, { unplaced: true })]
}

function addenda(report: ReportText, { locale, names }: DocumentStatus): readonly Block[] {
  const labels = labelsOf(locale)
  return report.addenda.map(({ by, at, text }) =>
    section(labels.addendum, text, {
      note: labels.addedBy(names[by] ?? by, writtenInstant(at, locale)),
    }),
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
