import type { EditorView } from 'prosemirror-view'
import type { DocRange } from './blanks.ts'

const highlightName = 'plume-playing'

export type PlayingMark = {
  /** Marks what is being said, or nothing. */
  show(range: DocRange | null): void
  dispose(): void
}

/**
 * Marks the playing word without touching the document: by the CSS Custom Highlight API, or, in a
 * browser without it, by a box laid behind the word. Neither makes a transaction or an undo step.
 */
export function createPlayingMark(view: EditorView): PlayingMark {
  return typeof Highlight === 'function' && CSS.highlights ? highlightMark(view) : boxMark(view)
}

function highlightMark(view: EditorView): PlayingMark {
  let mine: Highlight | null = null
  return onlyOnChange(view, (shown) => {
    if (mine && CSS.highlights.get(highlightName) === mine) CSS.highlights.delete(highlightName)
    mine = shown ? new Highlight(shown) : null
    if (mine) CSS.highlights.set(highlightName, mine)
  })
}

function boxMark(view: EditorView): PlayingMark {
  const box = document.createElement('div')
  box.className = 'playing-box'
  box.hidden = true
  view.dom.parentElement?.append(box)
  const mark = onlyOnChange(view, (shown) => {
    box.hidden = !shown
    const parent = box.offsetParent?.getBoundingClientRect()
    if (!shown || !parent) return
    const word = shown.getBoundingClientRect()
    box.style.transform = `translate(${word.left - parent.left}px, ${word.top - parent.top}px)`
    box.style.width = `${word.width}px`
    box.style.height = `${word.height}px`
  })
  return { ...mark, dispose: () => box.remove() }
}

/** The position comes with every frame; the mark moves only with the words, or when the page is redrawn. */
function onlyOnChange(view: EditorView, draw: (shown: Range | null) => void): PlayingMark {
  let wanted: DocRange | null = null
  let drawn: Range | null = null
  return {
    show(range) {
      const isSame = wanted?.from === range?.from && wanted?.to === range?.to
      // A range whose characters were drawn anew has fallen together.
      if (isSame && !drawn?.collapsed) return
      wanted = range
      drawn = range && toDomRange(view, range)
      draw(drawn)
    },
    dispose: () => draw(null),
  }
}

function toDomRange(view: EditorView, { from, to }: DocRange): Range | null {
  if (to > view.state.doc.content.size) return null
  const start = textPoint(view.domAtPos(from, 1), 'after')
  const end = textPoint(view.domAtPos(to, -1), 'before')
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}

type DomPoint = { readonly node: Node; readonly offset: number }

/** A range between elements is not painted by every browser; one between characters is. */
function textPoint(point: DomPoint, side: 'before' | 'after'): DomPoint {
  let { node, offset } = point
  while (node.nodeType !== Node.TEXT_NODE) {
    const child: Node | undefined = node.childNodes[side === 'after' ? offset : offset - 1]
    if (!child) return { node, offset }
    node = child
    offset = side === 'after' ? 0 : lengthOf(child)
  }
  return { node, offset }
}

function lengthOf(node: Node): number {
  return node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').length : node.childNodes.length
}
