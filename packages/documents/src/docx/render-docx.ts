import type { Locale, ReportText } from '@plume/transcript'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IStylesOptions,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { DocumentStatus } from '../document-status.ts'
import { visible } from '../escape.ts'
import { labelsOf } from '../labels.ts'
import { patientLine } from '../patient-line.ts'
import { type Block, type Inline, type Paragraph as Lines, toBlocks } from '../to-blocks.ts'

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>
type Child = Paragraph | Table

/** The report for a word processor: real styles, headings, tables and fields. Colours are hexadecimal, sizes half points. */
export function renderDocx(report: ReportText, status: DocumentStatus): Promise<Buffer> {
  const blocks = toBlocks(report, status)
  const children = blocks.flatMap((block, index) =>
    childrenOf(block, isBeforeSignature(blocks.slice(index + 1))),
  )
  const patient = patientLine(report, status)
  const document = new Document({
    title: visible(report.title),
    creator: visible(status.signature?.byName ?? 'Plume'),
    styles: stylesFor(status.locale),
    sections: [
      {
        properties: { page: { size: pageSize(status.locale), margin: pageMargin } },
        headers: { default: new Header({ children: [quiet(patient)] }) },
        footers: { default: footer(status.locale) },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** Twentieths of a point. Letter paper in North America, A4 elsewhere. */
function pageSize(locale: Locale): { readonly width: number; readonly height: number } {
  return locale === 'fr-FR' ? { width: 11_906, height: 16_838 } : { width: 12_240, height: 15_840 }
}
const pageMargin = { top: 1280, bottom: 1240, left: 1240, right: 1240 }
const textWidth = 9760

const accent = '1F5F8B'
const gray = '566273'
const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'C9D1DB' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

function stylesFor(locale: Locale): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 22, color: '1C2430', language: { value: locale } },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 160 } } },
      heading1: {
        run: { size: 24, bold: true, color: accent },
        paragraph: { spacing: { before: 240, after: 40 }, keepNext: true },
      },
      heading2: {
        run: { size: 22, bold: true },
        paragraph: { spacing: { before: 180, after: 40 }, keepNext: true },
      },
      heading3: {
        run: { size: 22, bold: true, color: gray },
        paragraph: { spacing: { before: 140, after: 40 }, keepNext: true },
      },
    },
  }
}

/** Whether closing and signature come next: they never stand on a page without the last text that they sign. */
function isBeforeSignature([next, ...more]: readonly Block[]): boolean {
  if (next?.kind === 'signature') return true
  const isEnd = next?.kind === 'lines' && (next.part === 'closing' || next.part === 'signatory')
  return isEnd && isBeforeSignature(more)
}

function childrenOf(block: Block, keepNext: boolean): readonly Child[] {
  switch (block.kind) {
    case 'notice':
      return [notice(block)]
    case 'lines':
      return around(block, keepNext)
    case 'title':
      return [title(block)]
    case 'fields':
      return [fieldTable(block), new Paragraph({})]
    case 'section':
      return section(block, keepNext)
    case 'signature':
      return block.lines.map((line, index) =>
        index === 0 ? signer(line) : quiet(line, index < block.lines.length - 1),
      )
  }
}

function notice({ tone, text }: BlockOf<'notice'>): Paragraph {
  const [fill, color] = tone === 'draft' ? ['FFF3CF', '6B4A00'] : ['FDEAEA', '8C1D18']
  return new Paragraph({
    shading: { type: ShadingType.CLEAR, fill },
    spacing: { after: 200 },
    children: [run(text, { bold: true, color })],
  })
}

/** The texts around the sections of a letter. */
function around({ part, paragraphs }: BlockOf<'lines'>, keepNext: boolean): readonly Child[] {
  if (part === 'letterhead') return letterhead(paragraphs.flat())
  const before = part === 'signatory' ? 600 : part === 'copies' || part === 'closing' ? 280 : 0
  return paragraphs.map((paragraph, index) =>
    paragraphOf(paragraph, { before: index === 0 ? before : 0, keepNext }),
  )
}

function letterhead([first = [], ...more]: Lines): readonly Child[] {
  return [
    new Paragraph({
      spacing: { after: 0 },
      children: runsOf(first, { bold: true, size: 28, color: accent }),
    }),
    new Paragraph({
      border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: accent, space: 6 } },
      spacing: { after: 360 },
      children: linesOf(more, { size: 18, color: gray }),
    }),
  ]
}

function title({ text, role }: BlockOf<'title'>): Paragraph {
  return new Paragraph({
    heading: role === 'title' ? HeadingLevel.TITLE : HeadingLevel.HEADING_1,
    children: [run(text)],
  })
}

/** Label and value; a form has every box, a report only lines between rows. */
function fieldTable({ fields, boxed }: BlockOf<'fields'>): Table {
  const border = boxed ? hairline : none
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [3000, textWidth - 3000],
    borders: {
      top: hairline,
      bottom: hairline,
      left: border,
      right: border,
      insideVertical: border,
      insideHorizontal: border,
    },
    rows: fields.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([run(label, { color: gray, size: 20 })], 3000, boxed),
            cell(runsOf(value, boxed ? {} : { bold: true, size: 20 }), textWidth - 3000, false),
          ],
        }),
    ),
  })
}

function cell(children: readonly TextRun[], width: number, isShaded: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...(isShaded && { shading: { type: ShadingType.CLEAR, fill: 'F4F6F9' } }),
    children: [new Paragraph({ spacing: { after: 0 }, children: [...children] })],
  })
}

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

function section(
  { heading, level, paragraphs, note }: BlockOf<'section'>,
  keepNext: boolean,
): readonly Child[] {
  const last = paragraphs.length - 1
  return [
    new Paragraph({
      heading: headings[level - 1] ?? HeadingLevel.HEADING_3,
      children: [run(heading)],
    }),
    ...(note === null
      ? []
      : [new Paragraph({ children: [run(note, { italics: true, size: 18, color: gray })] })]),
    ...paragraphs.map((paragraph, index) =>
      paragraphOf(paragraph, { before: 0, keepNext: keepNext && index === last }),
    ),
  ]
}

function paragraphOf(
  lines: Lines,
  { before, keepNext }: { readonly before: number; readonly keepNext: boolean },
): Paragraph {
  return new Paragraph({ spacing: { before }, keepNext, children: linesOf(lines) })
}

function linesOf(lines: Lines, style: RunStyle = {}): TextRun[] {
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [new TextRun({ break: 1 })] : []),
    ...runsOf(line, style),
  ])
}

function signer(text: string): Paragraph {
  return new Paragraph({
    border: { top: { ...hairline, space: 8 } },
    spacing: { before: 480, after: 20 },
    keepNext: true,
    children: [run(text, { bold: true, size: 20 })],
  })
}

function quiet(text: string, keepNext = false): Paragraph {
  return new Paragraph({ keepNext, children: [run(text, { size: 17, color: gray })] })
}

function footer(locale: Locale): Footer {
  const [page = '', of = ''] = labelsOf(locale).page(0, 0).split('0')
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun({
            size: 17,
            color: gray,
            children: [page, PageNumber.CURRENT, of, PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
}

type RunStyle = {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly color?: string
  readonly size?: number
}

function runsOf(inlines: readonly Inline[], style: RunStyle = {}): TextRun[] {
  return inlines.map(({ text, blank }) =>
    blank ? run('________', { ...style, bold: true, color: '6B4A00' }) : run(text, style),
  )
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** XML holds no control characters and no half of a pair. */
function run(text: string, style: RunStyle = {}): TextRun {
  const shown = visible(text).replace(/[\uFFFE\uFFFF\p{Surrogate}]/gu, '\uFFFD')
  return new TextRun({
    text: shown,
    ...style,
    ...(rightToLeft.test(shown) && { rightToLeft: true }),
  })
}
