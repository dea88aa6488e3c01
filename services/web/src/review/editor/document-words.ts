import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet, type NodeView } from 'prosemirror-view'
import type { Words } from '../../language/en.ts'
import { nodes } from '../report-doc/schema.ts'

/** The words that the editor itself shows; the report keeps its own language. */
export type DocumentWords = Words['document']

/** The box of dictated text that fits no section, with a title that is no part of the report. */
export function unplacedView(words: DocumentWords): NodeView {
  const dom = document.createElement('section')
  dom.className = 'doc-unplaced'
  const title = document.createElement('h2')
  title.className = 'doc-unplaced-title'
  title.contentEditable = 'false'
  title.textContent = words.unplaced
  const hint = document.createElement('p')
  hint.className = 'doc-unplaced-hint'
  hint.contentEditable = 'false'
  hint.textContent = words.unplacedHint
  const contentDOM = document.createElement('div')
  contentDOM.className = 'doc-body'
  dom.append(title, hint, contentDOM)
  return { dom, contentDOM, ignoreMutation: (mutation) => !contentDOM.contains(mutation.target) }
}

/** Says in an empty section that nothing was dictated for it, and marks required ones. */
export function describeEmptyPlugin(words: () => DocumentWords): Plugin {
  return new Plugin({
    props: {
      decorations(state) {
        const empty: Decoration[] = []
        state.doc.forEach((node, at) => {
          const paragraph = node.firstChild
          if (node.type !== nodes.section || node.childCount > 1 || !paragraph) return
          if (paragraph.content.size > 0) return
          const hint = words().emptySection
          empty.push(
            Decoration.node(at + 1, at + 1 + paragraph.nodeSize, {
              class: 'doc-empty',
              'data-hint': hint,
            }),
          )
        })
        return DecorationSet.create(state.doc, empty)
      },
    },
  })
}

/** Says above a section's text that it is a guess where it stands, or that nobody said it. */
export function notePlacementPlugin(words: () => DocumentWords): Plugin {
  return new Plugin({
    props: {
      decorations(state) {
        const notes: Decoration[] = []
        state.doc.forEach((node, at) => {
          const { placed } = node.attrs
          if (node.type !== nodes.section || (placed !== 'cue' && placed !== 'default')) return
          const note = words().placed[placed as keyof DocumentWords['placed']]
          notes.push(Decoration.widget(at + 1, () => noteElement(note), { side: -1, key: note }))
        })
        return DecorationSet.create(state.doc, notes)
      },
    },
  })
}

function noteElement(note: string): HTMLElement {
  const element = document.createElement('p')
  element.className = 'doc-placed'
  element.contentEditable = 'false'
  element.textContent = note
  return element
}
