import type { WordRange } from '@plume/transcript'
import type { Node as DocNode } from 'prosemirror-model'
import { sourceOf } from '../report-doc/schema.ts'
import { wordsOf } from './spoken-pieces.ts'

/**
 * The dictated words that text put between `from` and `to` stands in place of; null when there are
 * none, or when they come from more than one run and so have no single name.
 */
export function wordsReplaced(doc: DocNode, from: number, to: number): WordRange | null {
  return from === to ? wordsAround(doc, from) : wordsBetween(doc, from, to)
}

function wordsBetween(doc: DocNode, from: number, to: number): WordRange | null {
  const found = new Map<string, WordRange>()
  let unnamed = false
  doc.nodesBetween(from, to, (node, start) => {
    if (!node.isText) return
    const words = wordsOf(sourceOf(node))
    if (words) found.set(`${words.recognitionId} ${words.from} ${words.to}`, words)
    else if (hasInk(node.text ?? '', start, from, to)) unnamed = true
  })
  const [words] = found.values()
  return words && found.size === 1 && !unnamed ? words : null
}

/** Spaces between words belong to nobody in particular. */
function hasInk(text: string, start: number, from: number, to: number): boolean {
  return /\S/.test(text.slice(Math.max(0, from - start), to - start))
}

/** Typing inside a dictated word corrects it; typing between two words adds something new. */
function wordsAround(doc: DocNode, position: number): WordRange | null {
  const $position = doc.resolve(position)
  const { nodeBefore, nodeAfter } = $position
  const inside = /\S$/.test(nodeBefore?.text ?? '') && /^\S/.test(nodeAfter?.text ?? '')
  if (!inside || !nodeBefore || !nodeAfter) return null
  const before = wordsOf(sourceOf(nodeBefore))
  const after = wordsOf(sourceOf(nodeAfter))
  const same =
    before?.recognitionId === after?.recognitionId &&
    before?.from === after?.from &&
    before?.to === after?.to
  return before && same ? before : null
}
