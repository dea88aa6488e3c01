import type { Block, Inline, Paragraph } from '../to-blocks.ts'
import type { Face } from './fonts.ts'
import type { Piece } from './lay-out-lines.ts'
import { colors } from './page-format.ts'
import type { PageWriter, Setting } from './page-writer.ts'

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const body: Setting = { size: 10.5, leading: 15 }
const small: Setting = { size: 9, leading: 12.5, color: colors.quiet }

/** Draws a report's blocks one below the other. */
export function drawBlocks(writer: PageWriter, blocks: readonly Block[]): void {
  for (const [index, block] of blocks.entries()) {
    drawBlock(writer, block, heightOfEnd(writer, blocks.slice(index + 1)))
  }
}

/** Points that closing and signature take where they come next; 0 where something else does. */
function heightOfEnd(writer: PageWriter, [next, ...more]: readonly Block[]): number {
  if (next?.kind === 'signature') return signatureHeight(next)
  if (next?.kind !== 'lines' || (next.part !== 'closing' && next.part !== 'signatory')) return 0
  const { before, between, setting } = around[next.part]
  const lines = next.paragraphs.flat().flatMap((line) => {
    return writer.linesOf(piecesOf([line], 'regular'), setting)
  })
  const own = before + (next.paragraphs.length - 1) * between + lines.length * setting.leading
  return own + heightOfEnd(writer, more)
}

function drawBlock(writer: PageWriter, block: Block, follow: number): void {
  switch (block.kind) {
    case 'notice':
      drawNotice(writer, block)
      break
    case 'lines':
      drawAround(writer, block)
      break
    case 'title':
      drawTitle(writer, block)
      break
    case 'fields':
      if (block.boxed) drawForm(writer, block)
      else drawFields(writer, block)
      break
    case 'section':
      drawSection(writer, block, follow)
      break
    case 'signature':
      drawSignature(writer, block)
      break
  }
}

function drawNotice(writer: PageWriter, { tone, text }: BlockOf<'notice'>): void {
  const [fill, ink] =
    tone === 'draft' ? [colors.amberFill, colors.amber] : [colors.redFill, colors.red]
  const setting = { size: 9.5, leading: 13, color: ink, indent: 9, width: writer.width - 18 }
  const pieces = [{ text, face: 'bold' }] as const
  const height = writer.linesOf(pieces, setting).length * setting.leading + 9
  writer.ensure(height)
  const top = writer.y
  writer.decorate((pdf) => {
    pdf.rect(writer.left, top, writer.width, height).fill(fill)
    pdf.rect(writer.left, top, 2.5, height).fill(ink)
  })
  writer.advance(4.5)
  writer.paragraph('P', pieces, setting)
  writer.advance(4.5 + 7)
}

/** The texts around the sections of a letter. */
function drawAround(writer: PageWriter, { part, paragraphs }: BlockOf<'lines'>): void {
  if (part === 'letterhead') {
    drawLetterhead(writer, paragraphs.flat())
    return
  }
  const { before, between, after, setting } = around[part]
  writer.space(before)
  const indent = part === 'to' ? moveToWindow(writer) : 0
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) writer.space(between)
    drawParagraph(writer, paragraph, { ...setting, indent })
  }
  writer.space(after)
}

/**
 * Down to where the window of an envelope shows the address, unless what stands above it reaches further. Gives how far
 * the address is indented, in points.
 */
function moveToWindow(writer: PageWriter): number {
  const { addressWindow } = writer.format
  if (!addressWindow) return 0
  writer.advance(Math.max(0, addressWindow.top - writer.y))
  return Math.max(0, addressWindow.left - writer.left)
}

/** Space in points. */
const around = {
  date: { before: 0, between: 0, after: 14, setting: body },
  to: { before: 0, between: 10, after: 16, setting: body },
  salutation: { before: 6, between: 4, after: 3, setting: body },
  closing: { before: 12, between: 4, after: 0, setting: body },
  signatory: { before: 30, between: 0, after: 0, setting: body },
  copies: { before: 14, between: 2, after: 0, setting: small },
} as const

function drawLetterhead(writer: PageWriter, [first, ...more]: Paragraph): void {
  const name = { size: 13, leading: 17, color: colors.accent }
  if (first) writer.paragraph('P', piecesOf([first], 'bold'), name)
  drawParagraph(writer, more, small)
  writer.advance(5)
  rule(writer, colors.accent, 1.2)
  writer.advance(20)
}

function drawTitle(writer: PageWriter, { text, role }: BlockOf<'title'>): void {
  const setting =
    role === 'subject' ? { size: 12, leading: 16, keep: 2 } : { size: 19, leading: 24, keep: 2 }
  writer.bookmark(text)
  writer.paragraph('H1', [{ text, face: 'bold' }], setting)
  writer.space(role === 'subject' ? 8 : 10)
}

/** Facts in two columns of label and value, between two rules. */
function drawFields(writer: PageWriter, { fields }: BlockOf<'fields'>): void {
  const gap = 22
  const column = (writer.width - gap) / 2
  const labelWidth = 86
  const value: Setting = { size: 9.5, leading: 13.5, width: column - labelWidth - 8 }
  const label: Setting = { ...value, width: labelWidth, color: colors.quiet }
  rule(writer, colors.line, 0.7)
  writer.advance(7)
  const table = writer.struct('Table')
  for (let from = 0; from < fields.length; from += 2) {
    const cells = fields.slice(from, from + 2).map((field) => ({
      label: writer.linesOf([{ text: field.label, face: 'regular' }], label),
      value: writer.linesOf(piecesOf([field.value], 'bold'), value),
    }))
    const rows = Math.max(1, ...cells.map((cell) => Math.max(cell.label.length, cell.value.length)))
    writer.ensure(rows * value.leading + 2)
    const top = writer.y
    const row = writer.struct('TR', table)
    for (const [index, cell] of cells.entries()) {
      const x = writer.left + index * (column + gap)
      for (const [type, lines, at, setting] of [
        ['TH', cell.label, x, label],
        ['TD', cell.value, x + labelWidth + 8, value],
      ] as const) {
        const element = writer.struct(type, row)
        element.add(writer.pdf.markStructureContent(type))
        writer.drawLines(lines, at, top, setting)
        writer.pdf.endMarkedContent()
        element.end()
      }
    }
    row.end()
    writer.advance(rows * value.leading + 2)
  }
  table.end()
  writer.advance(5)
  rule(writer, colors.line, 0.7)
  writer.advance(6)
}

/** A form: label and value in boxes, high enough to write by hand in what is blank. */
function drawForm(writer: PageWriter, { fields }: BlockOf<'fields'>): void {
  const labelWidth = Math.min(190, writer.width * 0.38)
  const pad = 7
  const value: Setting = { size: 10.5, leading: 14.5, width: writer.width - labelWidth - 2 * pad }
  const label: Setting = {
    size: 9.5,
    leading: 13,
    width: labelWidth - 2 * pad,
    color: colors.quiet,
  }
  const table = writer.struct('Table')
  for (const field of fields) {
    const labelLines = writer.linesOf([{ text: field.label, face: 'bold' }], label)
    const isBlank = field.value.every(({ blank }) => blank)
    const valueLines = isBlank ? [] : writer.linesOf(piecesOf([field.value], 'regular'), value)
    const height = Math.max(
      26,
      labelLines.length * label.leading + 12,
      valueLines.length * value.leading + 12,
    )
    writer.ensure(height)
    const top = writer.y
    writer.decorate((pdf) => {
      pdf.rect(writer.left, top, labelWidth, height).fill(colors.panel)
      pdf.lineWidth(0.7).strokeColor(colors.line)
      pdf.rect(writer.left, top, writer.width, height).stroke()
      pdf
        .moveTo(writer.left + labelWidth, top)
        .lineTo(writer.left + labelWidth, top + height)
        .stroke()
    })
    const row = writer.struct('TR', table)
    for (const [type, lines, at, setting] of [
      ['TH', labelLines, writer.left + pad, label],
      ['TD', valueLines, writer.left + labelWidth + pad, value],
    ] as const) {
      const element = writer.struct(type, row)
      element.add(writer.pdf.markStructureContent(type))
      writer.drawLines(lines, at, top + 6, setting)
      writer.pdf.endMarkedContent()
      element.end()
    }
    row.end()
    writer.advance(height)
  }
  table.end()
  writer.advance(12)
}

function drawSection(writer: PageWriter, section: BlockOf<'section'>, follow: number): void {
  const { heading, level, paragraphs, note, unplaced } = section
  const color = unplaced ? colors.amber : colors.accent
  writer.space(level === 1 ? 13 : 9)
  const setting = { size: level === 1 ? 11.5 : 10.5, leading: 17, color, keep: 2 }
  const [text, ...others] = paragraphs.flat()
  const isShort = others.length === 0 && text !== undefined && fitsInTwoLines(writer, text)
  writer.ensure(setting.leading + 2 * body.leading + (isShort ? follow : 0))
  writer.bookmark(heading)
  writer.paragraph(`H${level + 1}`, [{ text: heading, face: 'bold' }], setting)
  if (note !== null) writer.paragraph('P', [{ text: note, face: 'italic' }], small)
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) writer.space(5)
    const isLast = index === paragraphs.length - 1
    drawParagraph(writer, paragraph, isLast ? { ...body, follow } : body)
  }
}

function fitsInTwoLines(writer: PageWriter, line: readonly Inline[]): boolean {
  return writer.linesOf(piecesOf([line], 'regular'), body).length <= 2
}

const signatureHeight = ({ lines }: BlockOf<'signature'>) => lines.length * 14 + 30

function drawSignature(writer: PageWriter, { lines }: BlockOf<'signature'>): void {
  writer.space(18)
  writer.ensure(lines.length * 14 + 12)
  rule(writer, colors.line, 0.7)
  writer.advance(6)
  for (const [index, text] of lines.entries()) {
    const piece = { text, face: index === 0 ? 'bold' : 'regular' } as const
    writer.paragraph('P', [piece], index === 0 ? { size: 10, leading: 14 } : small)
  }
}

/** Each line of a paragraph begins anew; together they are one. */
function drawParagraph(writer: PageWriter, paragraph: Paragraph, setting: Setting): void {
  const { follow: _, ...upper } = setting
  for (const [index, line] of paragraph.entries()) {
    const isLast = index === paragraph.length - 1
    writer.paragraph('P', piecesOf([line], 'regular'), isLast ? setting : upper)
  }
}

function piecesOf(lines: readonly (readonly Inline[])[], face: Face): readonly Piece[] {
  return lines.flatMap((line) =>
    line.map(
      ({ text, blank }): Piece =>
        blank ? { text: '________', face: 'bold', color: colors.amber } : { text, face },
    ),
  )
}

function rule(writer: PageWriter, color: string, width: number): void {
  const { left, y } = writer
  writer.decorate((pdf) => {
    pdf.lineWidth(width).strokeColor(color)
    pdf
      .moveTo(left, y)
      .lineTo(left + writer.width, y)
      .stroke()
  })
}
