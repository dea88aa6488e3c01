import {
  partsOfReport,
  type ReportText,
  type Run,
  type Source,
  type TracedText,
} from '@plume/transcript'
import type { Node as DocNode } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { Mapping } from 'prosemirror-transform'
import { type Cell, type Container, cellsOf, containersOf } from '../report-doc/containers.ts'
import { isSameSource } from '../report-doc/is-same-source.ts'
import { marks, nodes } from '../report-doc/schema.ts'
import { keepSources } from './typed-text.ts'

/**
 * Takes over what the server says about the sources of the text that was saved: who typed what and
 * when. `sent` is the document as it was sent, `since` what has changed on the screen since. Neither
 * the text nor the undo history changes.
 */
export function applySavedSources(
  state: EditorState,
  sent: DocNode,
  since: Mapping,
  saved: ReportText,
): Transaction {
  const tr = keepSources(state.tr).setMeta('addToHistory', false)
  const texts = partsOfReport(saved)
  for (const [index, container] of containersOf(sent).entries()) {
    for (const change of container ? compareSources(container, texts[index] ?? []) : []) {
      if (change.kind === 'border') setBorder(tr, since, change)
      else addSource(tr, since, change)
    }
  }
  return tr
}

type SourceChange =
  | { readonly kind: 'inline'; readonly from: number; readonly to: number; readonly source: Source }
  | { readonly kind: 'border'; readonly at: number; readonly runs: TracedText }

function addSource(
  tr: Transaction,
  since: Mapping,
  change: Extract<SourceChange, { kind: 'inline' }>,
) {
  const from = since.map(change.from, 1)
  const to = since.map(change.to, -1)
  if (from < to) tr.addMark(from, to, marks.source.create({ source: change.source }))
}

function setBorder(
  tr: Transaction,
  since: Mapping,
  change: Extract<SourceChange, { kind: 'border' }>,
) {
  const at = since.mapResult(change.at, 1)
  const paragraph = at.deleted ? null : tr.doc.nodeAt(at.pos)
  if (paragraph?.type === nodes.paragraph) tr.setNodeAttribute(at.pos, 'border', change.runs)
}

/** Walks document and runs side by side. Where their text differs nothing is taken over. */
function compareSources(container: Container, text: TracedText): readonly SourceChange[] {
  const cells = cellsOf(container)
  const length = text.reduce((sum, run) => sum + run.text.length, 0)
  if (cells.reduce((sum, cell) => sum + cell.length, 0) !== length) return []
  const take = createRunReader(text)
  return cells.flatMap((cell) => {
    const runs = take(cell.length)
    return cell.kind === 'border' ? borderChange(cell, runs) : inlineChanges(cell, runs)
  })
}

function borderChange(
  cell: Extract<Cell, { kind: 'border' }>,
  runs: TracedText,
): readonly SourceChange[] {
  const isKnown =
    cell.runs?.length === runs.length &&
    cell.runs.every((run, index) => {
      const other = runs[index]
      return other && run.text === other.text && isSameSource(run.source, other.source)
    })
  return isKnown ? [] : [{ kind: 'border', at: cell.at, runs }]
}

function inlineChanges(
  cell: Extract<Cell, { kind: 'inline' }>,
  runs: TracedText,
): readonly SourceChange[] {
  let at = cell.at
  return runs.flatMap(({ text, source }) => {
    const from = at
    at += text.length
    if (cell.source && isSameSource(cell.source, source)) return []
    return [{ kind: 'inline', from, to: at, source } as const]
  })
}

/** Reads runs from left to right, as many characters at a time as are asked for. */
function createRunReader(text: TracedText): (length: number) => TracedText {
  let index = 0
  let used = 0
  return (length) => {
    const taken: Run[] = []
    let missing = length
    for (let run = text[index]; run && missing > 0; run = text[index]) {
      const cut = run.text.slice(used, used + missing)
      taken.push({ text: cut, source: run.source })
      missing -= cut.length
      used += cut.length
      if (used === run.text.length) {
        index += 1
        used = 0
      }
    }
    return taken
  }
}
