import type { Recognition } from '@plume/transcript'
import { TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { createPlayingMark } from './mark-playing.ts'
import { memoByDocument } from './memo-by-document.ts'
import {
  pieceAtPosition,
  pieceAtTime,
  pieceToListenFrom,
  type SpokenPiece,
  spokenPieces,
} from './spoken-pieces.ts'

const byVoice = 'by-voice'

/** How the text and the recording go together. */
export type Voice = {
  /** The dictated words at a position; null where nothing was said. */
  pieceAt(position: number): SpokenPiece | null
  /** Where to listen from, for the cursor as it stands. */
  listenFrom(): SpokenPiece | null
  showPlaying(ms: number | null, options: { readonly follow: boolean }): void
  /** Lets the cursor follow again after a person moved it away. */
  attach(): void
  /** Must hear of every transaction: a person who moves the cursor wants it to stay there. */
  notice(tr: Transaction): void
  dispose(): void
}

export function createVoice(view: EditorView, recognitions: readonly Recognition[]): Voice {
  const mark = createPlayingMark(view)
  const pieces = memoByDocument((doc) => spokenPieces(doc, recognitions))
  let isAttached = true

  function moveCursorTo(piece: SpokenPiece) {
    const { empty, from } = view.state.selection
    if (empty && from === piece.from) return
    const selection = TextSelection.create(view.state.doc, piece.from)
    view.dispatch(view.state.tr.setSelection(selection).setMeta(byVoice, true).scrollIntoView())
  }

  return {
    pieceAt: (position) => pieceAtPosition(pieces(view.state.doc), position),
    listenFrom: () => pieceToListenFrom(pieces(view.state.doc), view.state.selection.from),
    showPlaying(ms, { follow }) {
      const piece = ms === null ? null : pieceAtTime(pieces(view.state.doc), ms)
      mark.show(piece)
      if (piece && follow && isAttached && !view.composing) moveCursorTo(piece)
    },
    attach() {
      isAttached = true
    },
    notice(tr) {
      if ((tr.selectionSet || tr.docChanged) && tr.getMeta(byVoice) !== true) isAttached = false
    },
    dispose: () => mark.dispose(),
  }
}
