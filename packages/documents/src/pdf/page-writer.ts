import { visible } from '../escape.ts'
import type { Face } from './fonts.ts'
import { type Line, layOutLines, type Piece } from './lay-out-lines.ts'
import { noMargins, outlineOf } from './make-pdf.ts'
import { colors, type PageFormat } from './page-format.ts'

type Struct = PDFKit.PDFStructureElement

/** A table's labels stand at the left of their values (ISO 32000-1, table 349); pdfkit's types do not name it. */
const rowHeader: PDFKit.Mixins.StructureElementOptions & { readonly scope: 'Row' } = {
  scope: 'Row',
}

/** How a paragraph is set. Lengths in points. */
export type Setting = {
  readonly size: number
  readonly leading: number
  readonly color?: string
  readonly indent?: number
  readonly width?: number
  /** Lines that must fit below it on the page: a heading is never the last line. */
  readonly keep?: number
  /** Points that must fit below its last lines on the page: a signature never stands on a page without text. */
  readonly follow?: number
}

/**
 * Writes text down the pages of a tagged PDF: breaks lines and pages, and says what each text is (heading, paragraph,
 * table) for those who have it read to them. Nothing is ever set outside the margins.
 */
export class PageWriter {
  readonly pdf: PDFKit.PDFDocument
  readonly format: PageFormat
  #y = 0
  readonly #root: Struct

  constructor(pdf: PDFKit.PDFDocument, format: PageFormat) {
    this.pdf = pdf
    this.format = format
    this.#root = pdf.struct('Document')
    pdf.addStructure(this.#root)
    this.newPage()
  }

  /** An entry in the list of headings beside the pages, to here. */
  bookmark(title: string): void {
    outlineOf(this.pdf).addItem(visible(title), { top: this.#y - 6 })
  }

  get y(): number {
    return this.#y
  }

  get left(): number {
    return this.format.margins.left
  }

  get width(): number {
    const { width, margins } = this.format
    return width - margins.left - margins.right
  }

  /** Where text must end: the foot of the page is kept for its number. */
  get #bottom(): number {
    return this.format.height - this.format.margins.bottom
  }

  space(points: number): void {
    if (this.#y > this.format.margins.top) this.#y += points
  }

  /** A new page, unless so many points are left on this one. */
  ensure(points: number): void {
    const usable = this.#bottom - this.format.margins.top
    if (this.#y + Math.min(points, usable) > this.#bottom) this.newPage()
  }

  newPage(): void {
    // Said with each page: one file may hold reports for several kinds of paper.
    this.pdf.addPage({ size: this.format.size, margins: noMargins })
    this.#y = this.format.margins.top
  }

  struct(type: string, parent: Struct = this.#root): Struct {
    const element = this.pdf.struct(type, type === 'TH' ? rowHeader : {})
    parent.add(element)
    return element
  }

  measure(size: number): (text: string, face: Face) => number {
    return (text, face) => this.pdf.font(face).fontSize(size).widthOfString(text)
  }

  linesOf(pieces: readonly Piece[], setting: Setting): readonly Line[] {
    const width = setting.width ?? this.width - (setting.indent ?? 0)
    return layOutLines(pieces, width, this.measure(setting.size))
  }

  /** A paragraph, over as many pages as it needs; no page begins or ends with a single line of it where that can be helped. */
  paragraph(type: string, pieces: readonly Piece[], setting: Setting, parent?: Struct): void {
    const lines = this.linesOf(pieces, setting)
    if (lines.length === 0) return
    const element = this.struct(type, parent)
    const { leading, keep = 0, follow = 0 } = setting
    const first = Math.min(lines.length, 2) + keep
    this.ensure(first * leading + (lines.length <= 2 ? follow : 0))
    for (let from = 0; from < lines.length; ) {
      const fits = Math.max(1, Math.floor((this.#bottom - this.#y) / setting.leading))
      const rest = lines.length - from
      const isCrowded = rest > 2 && this.#y + rest * leading + follow > this.#bottom
      const most = rest <= fits && isCrowded ? rest - 2 : fits
      const count = rest - most === 1 && most > 2 ? most - 1 : Math.min(most, rest)
      this.#draw(type, element, lines.slice(from, from + count), setting)
      from += count
      if (from < lines.length) this.newPage()
    }
    element.end()
  }

  #draw(type: string, element: Struct, lines: readonly Line[], setting: Setting): void {
    element.add(this.pdf.markStructureContent(type))
    const x = this.left + (setting.indent ?? 0)
    this.drawLines(lines, x, this.#y, setting)
    this.pdf.endMarkedContent()
    this.#y += lines.length * setting.leading
  }

  /** Lines at a place, without moving on; the caller has marked what they are. */
  drawLines(
    lines: readonly Line[],
    x: number,
    y: number,
    { size, leading, color = colors.ink }: Setting,
  ): void {
    for (const [index, line] of lines.entries()) {
      for (const placed of line) {
        this.pdf
          .font(placed.face)
          .fontSize(size)
          .fillColor(placed.color ?? color)
          .text(placed.text, x + placed.x, y + index * leading + size * ascent, {
            lineBreak: false,
            baseline: 'alphabetic',
          })
      }
    }
  }

  /** Drawing that says nothing: rules, panels, page numbers. Readers for the blind pass over it. */
  decorate(
    draw: (pdf: PDFKit.PDFDocument) => void,
    type: 'Layout' | 'Pagination' = 'Layout',
  ): void {
    this.pdf.markContent('Artifact', { type })
    draw(this.pdf)
    this.pdf.endMarkedContent()
  }

  advance(points: number): void {
    this.#y += points
  }

  /** Ends what was written; the file may go on with something else. */
  end(): void {
    this.#root.end()
  }
}

/** From the top of a line to its baseline, in sizes; the same for every face, so that they stand on one line. */
const ascent = 0.98
