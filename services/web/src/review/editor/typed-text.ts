import type { Source } from '@plume/transcript'
import { isHistoryTransaction } from 'prosemirror-history'
import type { Node as DocNode } from 'prosemirror-model'
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state'
import type { Typist } from '../report-doc/doc-to-report-text.ts'
import { marks, sourceOf } from '../report-doc/schema.ts'
import type { DocRange } from './blanks.ts'
import { wordsReplaced } from './words-replaced.ts'

const keepsSources = 'keeps-sources'

/** Marks a change whose text brings its own, true sources: a blank, a move, the server's answer. */
export function keepSources(tr: Transaction): Transaction {
  return tr.setMeta(keepsSources, true)
}

/**
 * Whatever a person types was typed, wherever the cursor stands: no new text takes over the source
 * of its neighbours. Text typed in place of dictated words remembers which, so that it can be heard.
 */
export function typedTextPlugin(typist: Typist): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      const tr = after.tr
      for (const typed of typedRanges(transactions)) {
        const source = sourceOfTyping(typist, before.doc, typed)
        if (source) tr.addMark(typed.now.from, typed.now.to, marks.source.create({ source }))
        else tr.removeMark(typed.now.from, typed.now.to, marks.source)
      }
      if (inheritsSource(after)) tr.setStoredMarks([])
      return tr.docChanged || tr.storedMarksSet ? tr : null
    },
  })
}

type TypedRange = {
  /** What was replaced, in the document before; null where several changes came at once. */
  readonly replaced: DocRange | null
  readonly now: DocRange
}

function typedRanges(transactions: readonly Transaction[]): readonly TypedRange[] {
  const ranges: TypedRange[] = []
  for (const [index, tr] of transactions.entries()) {
    if (!tr.docChanged || bringsSources(tr)) continue
    const alone = transactions.length === 1 && tr.steps.length === 1
    for (const [step, map] of tr.mapping.maps.entries()) {
      map.forEach((oldFrom, oldTo, newFrom, newTo) => {
        if (newFrom === newTo) return
        const later = tr.mapping.slice(step + 1)
        const rest = transactions.slice(index + 1)
        const toNow = (position: number, side: number) =>
          rest.reduce((at, next) => next.mapping.map(at, side), later.map(position, side))
        ranges.push({
          replaced: alone ? { from: oldFrom, to: oldTo } : null,
          now: { from: toNow(newFrom, 1), to: toNow(newTo, -1) },
        })
      })
    }
  }
  return ranges
}

/** A composition (dead keys, accents) is left alone while it lasts: touching it would end it. */
function bringsSources(tr: Transaction): boolean {
  return (
    tr.getMeta(keepsSources) === true ||
    tr.getMeta('uiEvent') === 'drop' ||
    tr.getMeta('composition') !== undefined ||
    isHistoryTransaction(tr)
  )
}

function sourceOfTyping(typist: Typist, before: DocNode, typed: TypedRange): Source | null {
  if (!typed.replaced) return null
  const { from, to } = typed.replaced
  const going = from === to ? correctionBefore(typist, before, from) : null
  if (going) return going
  const over = wordsReplaced(before, from, to)
  return over ? { kind: 'typed', by: typist.id, at: typist.at, over } : null
}

/** The next letter of a correction that has just begun belongs to it. */
function correctionBefore(typist: Typist, doc: DocNode, position: number): Source | null {
  const { nodeBefore } = doc.resolve(position)
  const source = nodeBefore && sourceOf(nodeBefore)
  const isOngoing = source?.kind === 'typed' && source.at === typist.at && source.over !== undefined
  return isOngoing && /\S$/.test(nodeBefore?.text ?? '') ? source : null
}

function inheritsSource(state: EditorState): boolean {
  if (state.storedMarks) return false
  const { $from, $to, empty } = state.selection
  const inherited = empty ? $from.marks() : ($from.marksAcross($to) ?? [])
  return inherited.some((mark) => mark.type === marks.source)
}
