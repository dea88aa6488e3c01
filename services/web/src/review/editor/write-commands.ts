import { chainCommands, joinBackward, joinForward, selectAll } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { type Command, Plugin } from 'prosemirror-state'
import { isOneLine, nodes } from '../report-doc/schema.ts'
import { crossesFrame, deleteInsideFrame } from './guard-frame.ts'

/** A new paragraph is the person's own: it does not take over the border of the one it is cut from. */
const splitParagraph: Command = (state, dispatch) => {
  const { $from, $to, from, to } = state.selection
  if (isOneLine($from.parent)) return true
  if ($from.parent.type !== nodes.paragraph || !sharesSection($from, $to)) return false
  const tr = state.tr
  if (from !== to) tr.delete(from, to)
  tr.split(tr.mapping.map(from), 1, [{ type: nodes.paragraph, attrs: { border: null } }])
  dispatch?.(tr.scrollIntoView())
  return true
}

function sharesSection(
  $from: { readonly depth: number; before(depth: number): number },
  $to: { readonly depth: number; before(depth: number): number },
): boolean {
  return $from.depth === $to.depth && $from.before($from.depth - 1) === $to.before($to.depth - 1)
}

const breakLine: Command = (state, dispatch) => {
  const { parent } = state.selection.$from
  if (parent.type !== nodes.paragraph) return isOneLine(parent)
  if (crossesFrame(state)) return false
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create(), false).scrollIntoView())
  return true
}

const deleteSelected: Command = (state, dispatch) => {
  if (state.selection.empty) return false
  const tr = crossesFrame(state) ? deleteInsideFrame(state) : state.tr.deleteSelection()
  dispatch?.(tr.scrollIntoView())
  return true
}

const deleteBackward = chainCommands(deleteSelected, joinBackward)
const deleteForward = chainCommands(deleteSelected, joinForward)

/** The keys of writing itself. Everything with a name of its own is in the command table. */
export function writingKeysPlugin(): Plugin {
  return keymap({
    Enter: splitParagraph,
    'Shift-Enter': breakLine,
    Backspace: deleteBackward,
    'Mod-Backspace': deleteBackward,
    Delete: deleteForward,
    'Mod-Delete': deleteForward,
    'Mod-a': selectAll,
  })
}

/** Typing over a selection that reaches across sections empties them and keeps the frame. */
export function typeAcrossFramePlugin(): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        if (!crossesFrame(view.state)) return false
        view.dispatch(deleteInsideFrame(view.state).insertText(text).scrollIntoView())
        return true
      },
    },
  })
}
