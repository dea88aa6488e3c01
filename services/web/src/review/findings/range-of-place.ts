import type { ReportPlace } from '@plume/transcript'
import type { Node as DocNode } from 'prosemirror-model'
import type { DocRange } from '../editor/blanks.ts'
import { type Cell, cellsOf, containersOf } from '../report-doc/containers.ts'

/** Where in the document a place of the report's text is; null for one that has no character to point at. */
export function rangeOfPlace(doc: DocNode, { part, start, end }: ReportPlace): DocRange | null {
  const container = containersOf(doc)[part]
  if (!container) return null
  let from: number | null = null
  let to: number | null = null
  let before = 0
  for (const cell of cellsOf(container)) {
    const [first, last] = [Math.max(start, before), Math.min(end, before + cell.length)]
    if (first < last && cell.kind === 'inline') {
      from ??= positionIn(cell, first - before)
      to = positionIn(cell, last - before)
    }
    before += cell.length
  }
  return from === null || to === null ? null : { from, to }
}

const positionIn = ({ at }: Cell, offset: number) => at + offset
