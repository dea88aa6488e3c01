import type { Source, WordRange } from '@plume/transcript'
import type { Node as DocNode } from 'prosemirror-model'
import { type Command, TextSelection } from 'prosemirror-state'
import { marks, reportSchema, sourceOf } from '../report-doc/schema.ts'
import { keepSources } from './typed-text.ts'
import { wordsReplaced } from './words-replaced.ts'

export type DocRange = { readonly from: number; readonly to: number }

/** What a gap looks like in a report; the server knows it by its underscores. */
const blankText = '____'

export function blanksIn(doc: DocNode): readonly DocRange[] {
  const blanks: DocRange[] = []
  doc.descendants((node, from) => {
    if (!node.isText || sourceOf(node)?.kind !== 'blank') return
    const last = blanks.at(-1)
    const to = from + node.nodeSize
    // One gap may be cut in two by what it stands over; a person fills it once.
    if (last?.to === from) blanks[blanks.length - 1] = { from: last.from, to }
    else blanks.push({ from, to })
  })
  return blanks
}

/** Selects the next blank after the selection, so that typing fills it. `wrap` starts over at the end. */
export function selectNextBlank(options: { readonly wrap: boolean }): Command {
  return (state, dispatch) => {
    const blanks = blanksIn(state.doc)
    const next =
      blanks.find((blank) => blank.from >= state.selection.to) ??
      (options.wrap ? blanks[0] : undefined)
    return select(next)(state, dispatch)
  }
}

export const selectPreviousBlank: Command = (state, dispatch) => {
  const blanks = blanksIn(state.doc)
  const previous = blanks.findLast((blank) => blank.to <= state.selection.from) ?? blanks.at(-1)
  return select(previous)(state, dispatch)
}

function select(blank: DocRange | undefined): Command {
  return (state, dispatch) => {
    if (!blank) return false
    const selection = TextSelection.create(state.doc, blank.from, blank.to)
    dispatch?.(state.tr.setSelection(selection).scrollIntoView())
    return true
  }
}

/** Leaves an honest gap, standing over the words it replaces so that the author can hear them. */
export const leaveBlank: Command = (state, dispatch) => {
  const { $from, $to, from, to } = state.selection
  if (!$from.parent.inlineContent || !$from.sameParent($to)) return false
  const over = wordsReplaced(state.doc, from, to)
  const blank = reportSchema.text(blankText, [marks.source.create({ source: blankSource(over) })])
  dispatch?.(keepSources(state.tr.replaceWith(from, to, blank)).scrollIntoView())
  return true
}

function blankSource(over: WordRange | null): Source {
  return over ? { kind: 'blank', over } : { kind: 'blank' }
}
