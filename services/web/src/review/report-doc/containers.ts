import type { Source, TracedText } from '@plume/transcript'
import type { Node as DocNode } from 'prosemirror-model'
import { borderOf, nodes, sourceOf } from './schema.ts'

/** What holds one text of a report in the document, and where it begins. */
export type Container = { readonly node: DocNode; readonly start: number }

/** Every container, in the order of `partsOfReport`; null for unplaced text where there is none. */
export function containersOf(doc: DocNode): readonly (Container | null)[] {
  const before: Container[] = []
  const after: Container[] = []
  let unplaced: Container | null = null
  doc.descendants((node, start) => {
    if (node.type === nodes.fields) return true
    if (node.type === nodes.unplaced) unplaced = { node, start }
    else if (isBelow(node)) after.push({ node, start })
    else if (node.type !== nodes.title) before.push({ node, start })
    return false
  })
  return [...before, unplaced, ...after]
}

function isBelow({ type, attrs }: DocNode): boolean {
  return type === nodes.line && (attrs.part === 'closing' || attrs.part === 'signature')
}

/** A stretch of a container's text: inline text of one source, or the blank line before a paragraph. */
export type Cell = { readonly at: number; readonly length: number } & (
  | { readonly kind: 'border'; readonly runs: TracedText | null }
  | { readonly kind: 'inline'; readonly source: Source | null }
)

/** The text of a container, cell by cell; `at` is where a cell stands in the document. */
export function cellsOf({ node: container, start }: Container): readonly Cell[] {
  const cells: Cell[] = []
  container.descendants((node, offset, parent, index) => {
    const at = start + 1 + offset
    if (node.type === nodes.paragraph && index > 0) {
      cells.push({ kind: 'border', at, length: 2, runs: borderOf(node) })
    }
    if (node.isInline && parent) {
      cells.push({ kind: 'inline', at, length: node.nodeSize, source: sourceOf(node) })
    }
  })
  return cells
}
