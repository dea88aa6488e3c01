import type { Recognition, ReportPlace, ReportText, TracedText, WordRange } from '@plume/transcript'
import { history, redo, undo } from 'prosemirror-history'
import type { Node as DocNode } from 'prosemirror-model'
import {
  type Command,
  EditorState,
  type Plugin,
  Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import {
  changesMarksOnly,
  type FindingMark,
  markFindings,
  markFindingsPlugin,
} from '../findings/mark-findings.ts'
import { rangeOfPlace } from '../findings/range-of-place.ts'
import { takeProposal } from '../findings/take-proposal.ts'
import { docToReportText, type Typist } from '../report-doc/doc-to-report-text.ts'
import { reportTextToDoc } from '../report-doc/report-text-to-doc.ts'
import { nodes } from '../report-doc/schema.ts'
import { type DocRange, leaveBlank, selectNextBlank, selectPreviousBlank } from './blanks.ts'
import {
  type DocumentWords,
  describeEmptyPlugin,
  notePlacementPlugin,
  unplacedView,
} from './document-words.ts'
import { type EditorGlance, glanceAt } from './glance.ts'
import { guardFramePlugin } from './guard-frame.ts'
import { insertRuns } from './insert-runs.ts'
import { memoByDocument } from './memo-by-document.ts'
import { plainClipboardPlugin } from './plain-clipboard.ts'
import { createSentTexts, type SentText } from './sent-texts.ts'
import type { SpokenPiece } from './spoken-pieces.ts'
import { typedTextPlugin } from './typed-text.ts'
import { createVoice, type Voice } from './voice.ts'
import { typeAcrossFramePlugin, writingKeysPlugin } from './write-commands.ts'

export type ReportEditor = {
  readonly voice: Voice
  /** A new object after each change, and only then. */
  glance(): EditorGlance
  subscribe(changed: () => void): () => void
  /** The same object until the text changes. */
  text(): ReportText
  rangeOf(place: ReportPlace): DocRange | null
  send(): SentText
  setEditable(editable: boolean): void
  setWords(words: DocumentWords): void
  focus(): void
  run(command: EditorCommand): boolean
  markFindings(marks: readonly FindingMark[]): void
  /** Selects words and scrolls to them, with the cursor in the text. */
  select(range: DocRange): void
  /** Types a proposal over words, which stay in the trail; false where nothing may be typed. */
  takeProposal(range: DocRange, proposed: string, words: WordRange | null): boolean
  /** Puts text in at the selection, with its sources; false where none can be. */
  insert(runs: TracedText): boolean
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
  const { base, typist } = options
  const listeners = new Set<() => void>()
  let editable = false
  let words = options.words
  let glance: EditorGlance | null = null

  const view: EditorView = new EditorView(options.mount, {
    state: startingState(reportTextToDoc(base), [
      ...writingPlugins(typist),
      describeEmptyPlugin(() => words),
      notePlacementPlugin(() => words),
      markFindingsPlugin(),
    ]),
    editable: () => editable,
    attributes: () => editorAttributes(editable, words),
    nodeViews: { unplaced: () => unplacedView(words) },
    handleClick: (_view, position, event) => clicked(position, event),
    dispatchTransaction: dispatch,
  })
  const sentTexts = createSentTexts(view)
  const voice = createVoice(view, options.recognitions)

  function dispatch(tr: Transaction) {
    const { state, transactions } = view.state.applyTransaction(tr)
    view.updateState(state)
    for (const applied of transactions) {
      sentTexts.notice(applied)
      voice.notice(applied)
    }
    if (transactions.every(changesMarksOnly)) return
    if (transactions.some(isEdit)) options.onEdited()
    glance = null
    for (const changed of [...listeners]) changed()
  }

  function clicked(position: number, event: MouseEvent): boolean {
    const piece = voice.pieceAt(position)
    if (piece && event.button === 0 && !event.shiftKey) options.onWordClicked(piece)
    return false
  }

  const textIn = memoByDocument((doc) => docToReportText(doc, base, typist))
  const text = () => textIn(view.state.doc)

  return {
    voice,
    glance() {
      glance ??= glanceAt(view.state)
      return glance
    },
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    text,
    rangeOf: (place) => rangeOfPlace(view.state.doc, place),
    send: () => sentTexts.send(text()),
    setEditable(next) {
      if (next === editable) return
      editable = next
      view.setProps({})
    },
    setWords(next) {
      if (next === words) return
      words = next
      view.setProps({ nodeViews: { unplaced: () => unplacedView(words) } })
    },
    focus: () => view.focus(),
    run: (command) => editable && editorCommands[command](view.state, view.dispatch, view),
    markFindings(marks) {
      // Redrawing the text around it would end a composition (dead keys, accents).
      if (!view.composing) view.dispatch(markFindings(view.state, marks))
    },
    select({ from, to }) {
      const selection = TextSelection.create(view.state.doc, from, to)
      view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
      view.focus()
    },
    takeProposal: (range, proposed, words) =>
      editable && takeProposal(range, proposed, words, typist)(view.state, view.dispatch, view),
    insert: (runs) => editable && insertRuns(runs, typist)(view.state, view.dispatch, view),
    dispose() {
      listeners.clear()
      voice.dispose()
      view.destroy()
    },
  }
}

function writingPlugins(typist: Typist): readonly Plugin[] {
  return [
    guardFramePlugin(),
    typedTextPlugin(typist),
    typeAcrossFramePlugin(),
    plainClipboardPlugin(),
    writingKeysPlugin(),
    history(),
  ]
}

/** The cursor starts in the first section: the fields above it are seldom the work. */
function startingState(doc: DocNode, plugins: readonly Plugin[]): EditorState {
  let start = 0
  doc.forEach((node, at) => {
    if (start === 0 && node.type === nodes.section) start = at
  })
  return EditorState.create({
    doc,
    plugins: [...plugins],
    selection: Selection.near(doc.resolve(start + 1)),
  })
}

/** A change of text by a person; sources that the server has confirmed are none. */
function isEdit(tr: Transaction): boolean {
  return tr.docChanged && tr.getMeta('addToHistory') !== false
}

/** No spelling service, no translation: browsers may send what they check to somebody else's server. */
function editorAttributes(editable: boolean, words: DocumentWords): Record<string, string> {
  const role = editable
    ? { role: 'textbox', 'aria-multiline': 'true' }
    : { role: 'document', tabindex: '0' }
  return {
    ...role,
    'aria-label': words.editor,
    spellcheck: 'false',
    translate: 'no',
    autocorrect: 'off',
    autocapitalize: 'off',
  }
}
