import type { Source } from '@plume/transcript'
import { redoDepth, undoDepth } from 'prosemirror-history'
import type { Node as DocNode } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { sourceOf } from '../report-doc/schema.ts'
import { blanksIn, type DocRange } from './blanks.ts'

/** What the page shows about the editor. */
export type EditorGlance = {
  readonly blanks: number
  readonly selection: DocRange
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** The text at the cursor and where it comes from; null where there is none. */
  readonly atCursor: { readonly text: string; readonly source: Source | null } | null
}

export function glanceAt(state: EditorState): EditorGlance {
  const node = textAtCursor(state)
  return {
    blanks: blanksIn(state.doc).length,
    selection: { from: state.selection.from, to: state.selection.to },
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
    atCursor: node ? { text: node.text ?? '', source: sourceOf(node) } : null,
  }
}

/** The text the cursor is in; between two texts the one that begins there, if it begins with a word. */
function textAtCursor(state: EditorState): DocNode | null {
  const { $from } = state.selection
  if ($from.textOffset > 0) return $from.parent.child($from.index())
  const { nodeAfter, nodeBefore } = $from
  if (nodeAfter?.isText && /^\S/.test(nodeAfter.text ?? '')) return nodeAfter
  if (nodeBefore?.isText) return nodeBefore
  return nodeAfter?.isText ? nodeAfter : null
}
