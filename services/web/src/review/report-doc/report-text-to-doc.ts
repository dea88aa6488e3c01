import type { ReportField, ReportText, Source, TracedText } from '@plume/transcript'
import type { Node as DocNode } from 'prosemirror-model'
import { marks, nodes, reportSchema } from './schema.ts'

/**
 * The report's text as the editor's document. Inside sections a blank line ("\n\n") parts
 * paragraphs and any other "\n" is a line break; in a field every "\n" is a line break.
 */
export function reportTextToDoc(text: ReportText): DocNode {
  return nodes.doc.create(null, [
    nodes.title.create({ text: text.title }),
    ...toLines('letterhead', text.letterhead),
    ...(text.fields.length > 0 ? [nodes.fields.create(null, text.fields.map(fieldToNode))] : []),
    ...toLines('salutation', text.salutation && [text.salutation]),
    ...text.sections.map(({ id, heading, required, placed = null, text }) =>
      nodes.section.create({ id, heading, required, placed }, runsToParagraphs(text)),
    ),
    ...(text.unplaced.length > 0
      ? [nodes.unplaced.create(null, runsToParagraphs(text.unplaced))]
      : []),
    ...toLines('closing', text.closing && [text.closing]),
    ...toLines('signature', text.signatureBlock),
  ])
}

export type LinePart = 'letterhead' | 'salutation' | 'closing' | 'signature'

function toLines(part: LinePart, lines: readonly TracedText[] = []): readonly DocNode[] {
  return lines.map((line) => nodes.line.create({ part }, runsToInline(line)))
}

function fieldToNode({ id, label, text }: ReportField): DocNode {
  const locked = text.length > 0 && text.every((run) => run.source.kind === 'context')
  return nodes.field.create({ id, label, locked }, runsToInline(text))
}

/** Text and line breaks of one line or paragraph. */
export function runsToInline(text: TracedText): readonly DocNode[] {
  return toPieces(text).map(pieceToNode)
}

/** A stretch without line ends, or one "\n". */
type Piece = { readonly text: string; readonly source: Source }

function toPieces(text: TracedText): readonly Piece[] {
  return text.flatMap(({ text, source }) =>
    text
      .split(/(\n)/)
      .filter((part) => part !== '')
      .map((part) => ({ text: part, source })),
  )
}

function pieceToNode({ text, source }: Piece): DocNode {
  const carried = [marks.source.create({ source })]
  return text === '\n'
    ? nodes.hard_break.create(null, null, carried)
    : reportSchema.text(text, carried)
}

/** Paragraphs, each with the blank line before it as its border. */
export function runsToParagraphs(text: TracedText): readonly DocNode[] {
  const paragraphs: DocNode[] = []
  let border: TracedText | null = null
  let inline: DocNode[] = []
  const finish = () => {
    paragraphs.push(nodes.paragraph.create({ border }, inline))
    inline = []
  }

  const pieces = toPieces(text)
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]
    const next = pieces[at + 1]
    if (!piece) break
    if (piece.text === '\n' && next?.text === '\n') {
      finish()
      border = [piece, next]
      at += 1
    } else {
      inline.push(pieceToNode(piece))
    }
  }
  finish()
  return paragraphs
}
