import type { Node as DocNode } from 'prosemirror-model'
import { type EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { isOneLine, nodes } from '../report-doc/schema.ts'

/** Refuses every change to the template's frame: title, headings, sections and locked fields. */
export function guardFramePlugin(): Plugin {
  return new Plugin({
    filterTransaction: (tr, state) => !tr.docChanged || frameOf(tr.doc) === frameOf(state.doc),
  })
}

function frameOf(doc: DocNode): string {
  const frame: unknown[] = []
  doc.forEach((part) => {
    if (part.type === nodes.fields) frame.push(part.children.map(frameOfField))
    else frame.push([part.type.name, part.attrs])
  })
  return JSON.stringify(frame)
}

function frameOfField(field: DocNode): unknown {
  return [field.attrs, field.attrs.locked === true ? field.textContent : null]
}

/** True if a selection reaches over the border of a section or field. */
export function crossesFrame(state: EditorState): boolean {
  const { $from, $to, empty } = state.selection
  const start = containerStart($from)
  // Selecting everything starts and ends outside of every section.
  return !empty && (start === -1 || start !== containerStart($to))
}

function containerStart($position: {
  readonly depth: number
  node(depth: number): DocNode
  before(depth: number): number
}): number {
  for (let depth = $position.depth; depth > 0; depth -= 1) {
    if (isContainer($position.node(depth))) return $position.before(depth)
  }
  return -1
}

function isContainer(node: DocNode): boolean {
  return node.type === nodes.section || node.type === nodes.unplaced || isOneLine(node)
}

/** Deletes what is selected in each section and field, and leaves the frame standing. */
export function deleteInsideFrame(state: EditorState): Transaction {
  const { from, to } = state.selection
  const tr = state.tr
  const parts: { readonly from: number; readonly to: number }[] = []
  state.doc.nodesBetween(from, to, (node, start) => {
    if (!isContainer(node)) return true
    if (node.attrs.locked === true) return false
    const inside = textBounds(node, start)
    const part = { from: Math.max(from, inside.from), to: Math.min(to, inside.to) }
    if (part.from < part.to) parts.push(part)
    return false
  })
  // From the end, so that the positions of earlier parts still hold.
  for (const part of parts.toReversed()) tr.delete(part.from, part.to)
  const start = parts[0]?.from
  if (start !== undefined) tr.setSelection(TextSelection.near(tr.doc.resolve(start)))
  return tr
}

/** From the first to the last text position inside a section or field. */
function textBounds(node: DocNode, start: number) {
  const depth = isOneLine(node) ? 1 : 2
  return { from: start + depth, to: start + node.nodeSize - depth }
}
