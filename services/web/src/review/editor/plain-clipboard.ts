import { Fragment, type ResolvedPos, Slice } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { isOneLine, nodes, reportSchema } from '../report-doc/schema.ts'
import { crossesFrame, deleteInsideFrame } from './guard-frame.ts'
import { keepSources } from './typed-text.ts'

/**
 * Copies and pastes plain text only: nothing that comes from outside can be more than characters.
 * Text that was copied here and comes back unchanged keeps its sources, so that a sentence moved to
 * another section still knows where it was said.
 */
export function plainClipboardPlugin(): Plugin {
  let copied: { readonly text: string; readonly slice: Slice } | null = null

  function copy(view: EditorView, event: ClipboardEvent): boolean {
    if (view.state.selection.empty || !event.clipboardData) return false
    const { from, to } = view.state.selection
    const slice = view.state.doc.slice(from, to)
    copied = { text: textOf(slice), slice }
    event.clipboardData.clearData()
    event.clipboardData.setData('text/plain', copied.text)
    event.preventDefault()
    return true
  }

  function paste(view: EditorView, event: ClipboardEvent): boolean {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    event.preventDefault()
    if (!view.editable || text === '') return true
    if (crossesFrame(view.state)) view.dispatch(deleteInsideFrame(view.state))
    const own = copied?.text === text && isSimple(copied.slice) ? copied.slice : null
    const slice = own ?? textToSlice(text, view.state.selection.$from)
    const tr = view.state.tr.replaceSelection(slice).scrollIntoView()
    view.dispatch(own ? keepSources(tr) : tr)
    return true
  }

  // The events themselves, before ProseMirror would read the HTML that comes with them.
  return new Plugin({
    props: {
      handleDOMEvents: {
        copy,
        cut(view, event) {
          if (!copy(view, event)) return false
          if (view.editable) view.dispatch(deleteSelected(view).scrollIntoView())
          return true
        },
        paste,
        drop,
      },
    },
  })
}

/** What is dragged inside the text is moved as it is; from outside only its characters are taken. */
function drop(view: EditorView, event: DragEvent): boolean {
  if (view.dragging) return false
  event.preventDefault()
  const target = view.posAtCoords({ left: event.clientX, top: event.clientY })
  const text = event.dataTransfer?.getData('text/plain') ?? ''
  if (!view.editable || !target || text === '') return true
  const slice = textToSlice(text, view.state.doc.resolve(target.pos))
  view.dispatch(view.state.tr.replace(target.pos, target.pos, slice))
  return true
}

function deleteSelected(view: EditorView) {
  return crossesFrame(view.state) ? deleteInsideFrame(view.state) : view.state.tr.deleteSelection()
}

function textOf(slice: Slice): string {
  return slice.content.textBetween(0, slice.content.size, '\n\n', '\n')
}

/** Whole sections cannot be pasted into a section; their text can. */
function isSimple(slice: Slice): boolean {
  return slice.content.content.every((node) => node.isInline || node.type === nodes.paragraph)
}

/** Outside text as paragraphs and line breaks; in a field or line, as one line. */
export function textToSlice(text: string, $at: ResolvedPos): Slice {
  const clean = text.replace(/\r\n?/g, '\n')
  if (isOneLine($at.parent)) {
    return new Slice(lineToFragment(clean.replace(/\s*\n\s*/g, ' ').trim()), 0, 0)
  }
  const paragraphs = clean.split(/\n{2,}/).map(lineToFragment)
  const [first] = paragraphs
  if (first && paragraphs.length === 1) return new Slice(first, 0, 0)
  return new Slice(
    Fragment.from(paragraphs.map((inline) => nodes.paragraph.create(null, inline))),
    1,
    1,
  )
}

function lineToFragment(text: string): Fragment {
  const inline = text
    .split(/(\n)/)
    .filter((part) => part !== '')
    .map((part) => (part === '\n' ? nodes.hard_break.create() : reportSchema.text(part)))
  return Fragment.from(inline)
}
