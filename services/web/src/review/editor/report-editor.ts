import type { Recognition, ReportText, Source } from '@plume/transcript'
import { history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { Node as DocNode } from 'prosemirror-model'
import {
  type Command,
  EditorState,
  type Plugin,
  Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import { EditorView } from 'prosemirror-view'
import { docToReportText, type Typist } from '../report-doc/doc-to-report-text.ts'
import { reportTextToDoc } from '../report-doc/report-text-to-doc.ts'
import { nodes, sourceOf } from '../report-doc/schema.ts'
import { applySavedSources } from './apply-saved-sources.ts'
import { blanksIn, leaveBlank, selectNextBlank, selectPreviousBlank } from './blanks.ts'
import { type DocumentWords, describeEmptyPlugin, unplacedView } from './document-words.ts'
import { guardFramePlugin } from './guard-frame.ts'
import { createPlayingMark } from './mark-playing.ts'
import { plainClipboardPlugin } from './plain-clipboard.ts'
import {
  pieceAtPosition,
  pieceAtTime,
  pieceToListenFrom,
  type SpokenPiece,
  spokenPieces,
} from './spoken-pieces.ts'
import { typedTextPlugin } from './typed-text.ts'
import { typeAcrossFramePlugin, writingKeysPlugin } from './write-commands.ts'

/** What the page shows about the editor; a new object after each change. */
export type EditorGlance = {
  readonly blanks: number
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** The text at the cursor and where it comes from; null where there is none. */
  readonly atCursor: { readonly text: string; readonly source: Source | null } | null
}

/** A text on its way to the server, as it stood when it was sent. */
export type SentText = {
  readonly text: ReportText
  /** Takes over what the server made of it; null if that cannot be known. */
  readonly arrived: (saved: ReportText | null) => void
}

export type ReportEditor = {
  glance(): EditorGlance
  subscribe(changed: () => void): () => void
  text(): ReportText
  send(): SentText
  setEditable(editable: boolean): void
  setWords(words: DocumentWords): void
  focus(): void
  run(command: EditorCommand): boolean
  listenFrom(): SpokenPiece | null
  showPlaying(ms: number | null, options: { readonly follow: boolean }): void
  /** Lets the cursor follow the voice again after the person moved it away. */
  attachToVoice(): void
  dispose(): void
}

export type EditorCommand = keyof typeof editorCommands

const editorCommands = {
  undo,
  redo,
  'next-blank': selectNextBlank({ wrap: true }),
  'next-blank-or-leave': selectNextBlank({ wrap: false }),
  'previous-blank': selectPreviousBlank,
  'leave-blank': leaveBlank,
} satisfies Record<string, Command>

export type ReportEditorOptions = {
  readonly mount: HTMLElement
  readonly base: ReportText
  readonly recognitions: readonly Recognition[]
  readonly typist: Typist
  readonly words: DocumentWords
  readonly onEdited: () => void
  readonly onWordClicked: (piece: SpokenPiece) => void
}

/** The editor of one report: one ProseMirror view and what the page needs of it. */
export function createReportEditor(options: ReportEditorOptions): ReportEditor {
  const listeners = new Set<() => void>()
  let editable = false
  let words = options.words
  let followed = true
  let sinceSent: Mapping[] = []
  let glance: EditorGlance | null = null

  const view: EditorView = new EditorView(options.mount, {
    state: startingState({
      doc: reportTextToDoc(options.base),
      plugins: [
        guardFramePlugin(),
        typedTextPlugin(options.typist),
        typeAcrossFramePlugin(),
        plainClipboardPlugin(),
        writingKeysPlugin(),
        describeEmptyPlugin(() => words),
        history(),
      ],
    }),
    editable: () => editable,
    attributes: () => editorAttributes(editable, words),
    nodeViews: { unplaced: () => unplacedView(words) },
    handleClick: (_view, position, event) => clicked(position, event),
    dispatchTransaction: dispatch,
  })
  const playing = createPlayingMark(view)
  const pieces = memoByDocument((doc) => spokenPieces(doc, options.recognitions))

  function dispatch(tr: Transaction) {
    const { state, transactions } = view.state.applyTransaction(tr)
    view.updateState(state)
    for (const applied of transactions) {
      for (const mapping of sinceSent) mapping.appendMapping(applied.mapping)
    }
    if (transactions.some(isEdit)) options.onEdited()
    if (transactions.some(movesCursor)) followed = false
    glance = null
    for (const changed of [...listeners]) changed()
  }

  function clicked(position: number, event: MouseEvent): boolean {
    const piece = pieceAtPosition(pieces(view.state.doc), position)
    if (piece && event.button === 0 && !event.shiftKey) options.onWordClicked(piece)
    return false
  }

  function moveCursorTo(piece: SpokenPiece) {
    const at = view.state.selection
    if (at.empty && at.from === piece.from) return
    const selection = TextSelection.create(view.state.doc, piece.from)
    view.dispatch(view.state.tr.setSelection(selection).setMeta(byVoice, true).scrollIntoView())
  }

  const text = () => docToReportText(view.state.doc, options.base, options.typist)

  return {
    glance() {
      glance ??= glanceAt(view.state)
      return glance
    },
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    text,
    send() {
      const sent = view.state.doc
      const since = new Mapping()
      sinceSent = [...sinceSent, since]
      return {
        text: text(),
        arrived(saved) {
          sinceSent = sinceSent.filter((mapping) => mapping !== since)
          if (view.isDestroyed || !saved) return
          const tr = applySavedSources(view.state, sent, since, saved)
          if (tr.docChanged) view.dispatch(tr)
        },
      }
    },
    setEditable(next) {
      if (next === editable) return
      editable = next
      view.setProps({})
    },
    setWords(next) {
      words = next
      view.setProps({ nodeViews: { unplaced: () => unplacedView(words) } })
    },
    focus: () => view.focus(),
    run: (command) => {
      if (!editable) return false
      return editorCommands[command](view.state, view.dispatch, view)
    },
    listenFrom: () => pieceToListenFrom(pieces(view.state.doc), view.state.selection.from),
    showPlaying(ms, { follow }) {
      const piece = ms === null ? null : pieceAtTime(pieces(view.state.doc), ms)
      playing.show(piece)
      if (piece && follow && followed && !view.composing) moveCursorTo(piece)
    },
    attachToVoice() {
      followed = true
    },
    dispose() {
      listeners.clear()
      playing.dispose()
      view.destroy()
    },
  }
}

/** The cursor starts in the first section: the fields above it are seldom the work. */
function startingState(config: { readonly doc: DocNode; readonly plugins: Plugin[] }): EditorState {
  let start = 0
  config.doc.forEach((node, at) => {
    if (start === 0 && node.type === nodes.section) start = at
  })
  return EditorState.create({ ...config, selection: Selection.near(config.doc.resolve(start + 1)) })
}

/** Changes of text; marks that the server has confirmed are no edit. */
function isEdit(tr: Transaction): boolean {
  return tr.docChanged && tr.getMeta('addToHistory') !== false
}

/** A person who moves the cursor wants it there: the voice goes on without it. */
function movesCursor(tr: Transaction): boolean {
  return (tr.selectionSet || isEdit(tr)) && tr.getMeta(byVoice) !== true
}

const byVoice = 'by-voice'

function glanceAt(state: EditorState): EditorGlance {
  const { $from } = state.selection
  const node =
    $from.nodeAfter?.isText && $from.textOffset > 0 ? $from.nodeAfter : nodeTouched(state)
  return {
    blanks: blanksIn(state.doc).length,
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
    atCursor: node ? { text: textAround(state), source: sourceOf(node) } : null,
  }
}

function nodeTouched(state: EditorState): DocNode | null {
  const { $from } = state.selection
  const { nodeAfter, nodeBefore } = $from
  if (nodeAfter?.isText && /^\S/.test(nodeAfter.text ?? '')) return nodeAfter
  if (nodeBefore?.isText) return nodeBefore
  return nodeAfter?.isText ? nodeAfter : null
}

/** The whole run at the cursor, not only the half of it that the cursor has cut off. */
function textAround(state: EditorState): string {
  const { $from } = state.selection
  const touched = $from.textOffset > 0 ? $from.parent.maybeChild($from.index()) : nodeTouched(state)
  return touched?.text ?? ''
}

function editorAttributes(editable: boolean, words: DocumentWords): Record<string, string> {
  return editable
    ? { role: 'textbox', 'aria-multiline': 'true', 'aria-label': words.editor, spellcheck: 'false' }
    : { role: 'document', 'aria-label': words.editor, tabindex: '0' }
}

/** Documents never change: what was computed for one stays true for it. */
function memoByDocument<Value>(compute: (doc: DocNode) => Value): (doc: DocNode) => Value {
  let last: { readonly doc: DocNode; readonly value: Value } | null = null
  return (doc) => {
    if (last?.doc !== doc) last = { doc, value: compute(doc) }
    return last.value
  }
}
