import type { Severity } from '@plume/transcript'
import type { Node as DocNode } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { DocRange } from '../editor/blanks.ts'

export type FindingMark = {
  readonly range: DocRange
  readonly severity: Severity
  /** True for the one that is being looked at. */
  readonly isCurrent: boolean
}

const marked = new PluginKey<DecorationSet>('findings')

/** Marks words with an open finding, without touching the document. The marks go with the text until there are new ones. */
export function markFindingsPlugin(): Plugin<DecorationSet> {
  return new Plugin({
    key: marked,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, set) {
        const marks: readonly FindingMark[] | undefined = tr.getMeta(marked)
        return marks ? decorate(tr.doc, marks) : set.map(tr.mapping, tr.doc)
      },
    },
    props: { decorations: (state) => marked.getState(state) },
  })
}

export function markFindings(state: EditorState, marks: readonly FindingMark[]): Transaction {
  return state.tr.setMeta(marked, marks)
}

/** True for a change of marks alone: nothing that the page shows of the text is another. */
export function changesMarksOnly(tr: Transaction): boolean {
  return tr.getMeta(marked) !== undefined && !tr.docChanged && !tr.selectionSet
}

function decorate(doc: DocNode, marks: readonly FindingMark[]): DecorationSet {
  return DecorationSet.create(
    doc,
    marks.map(({ range: { from, to }, severity, isCurrent }) =>
      Decoration.inline(from, to, {
        class: `finding finding-${severity}${isCurrent ? ' finding-current' : ''}`,
      }),
    ),
  )
}
