import type { ReportText, Run, TracedText } from '@plume/transcript'
import { history, undo } from 'prosemirror-history'
import { AllSelection, EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { docToReportText } from '../report-doc/doc-to-report-text.ts'
import { reportTextToDoc } from '../report-doc/report-text-to-doc.ts'
import { reportSchema } from '../report-doc/schema.ts'
import { aReportText, dictated, typedBy } from './a-report.ts'
import { applySavedSources } from './apply-saved-sources.ts'
import { blanksIn, leaveBlank, selectNextBlank, selectPreviousBlank } from './blanks.ts'
import { crossesFrame, deleteInsideFrame, guardFramePlugin } from './guard-frame.ts'
import { insertRuns } from './insert-runs.ts'
import { textToSlice } from './plain-clipboard.ts'
import { keepSources, typedTextPlugin } from './typed-text.ts'

const typist = { id: 'me', at: '2025-03-04T08:00:00.000Z' }
const justTyped = { kind: 'typed', by: 'me', at: typist.at } as const

/** An editor without a screen, holding one report. */
function anEditor(text: ReportText) {
  let state = EditorState.create({
    doc: reportTextToDoc(text),
    plugins: [guardFramePlugin(), typedTextPlugin(typist), history()],
  })
  const editor = {
    state: () => state,
    apply(tr: Transaction) {
      state = state.apply(tr)
    },
    /** Position of `text` in the document. */
    at(text: string): number {
      let found = -1
      state.doc.descendants((node, position) => {
        const index = node.isText ? (node.text ?? '').indexOf(text) : -1
        if (index >= 0 && found < 0) found = position + index
      })
      if (found < 0) throw new Error(`no such text: ${text}`)
      return found
    },
    select(from: number, to = from) {
      editor.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
    },
    type(text: string) {
      editor.apply(state.tr.insertText(text))
    },
    findings: (): TracedText => docToReportText(state.doc, text, typist).sections[0]?.text ?? [],
  }
  return editor
}

describe('typing', () => {
  it('beside a dictated word is typed, not dictated', () => {
    const editor = anEditor(aReportText({ findings: [dictated('clear', 0)] }))
    editor.select(editor.at('clear') + 5)
    editor.type(' lungs')
    expect(editor.findings()).toEqual([dictated('clear', 0), { text: ' lungs', source: justTyped }])
  })

  it('between two words of one dictated run stands over nothing', () => {
    const editor = anEditor(aReportText({ findings: [dictated('clear lungs', 0, 2)] }))
    editor.select(editor.at(' lungs') + 1)
    editor.type('both ')
    expect(editor.findings()).toEqual([
      dictated('clear ', 0, 2),
      { text: 'both ', source: justTyped },
      dictated('lungs', 0, 2),
    ])
  })

  it('over a dictated word remembers the word it stands in place of, letter by letter', () => {
    const editor = anEditor(
      aReportText({ findings: [dictated('hypotension ', 0), dictated('today', 1)] }),
    )
    editor.select(editor.at('hypotension'), editor.at('hypotension') + 11)
    for (const letter of 'hyper') editor.type(letter)
    expect(editor.findings()).toEqual([
      {
        text: 'hyper',
        source: { ...justTyped, over: { recognitionId: 'r1', from: 0, to: 1 } },
      },
      dictated(' ', 0),
      dictated('today', 1),
    ])
  })

  it('over words of several runs names none of them', () => {
    const editor = anEditor(aReportText({ findings: [dictated('no ', 0), dictated('edema', 1)] }))
    editor.select(editor.at('no '), editor.at('edema') + 5)
    editor.type('normal')
    expect(editor.findings()).toEqual([{ text: 'normal', source: justTyped }])
  })

  it('inside a dictated word starts without its source, before a letter is typed', () => {
    const editor = anEditor(aReportText({ findings: [dictated('clear', 0)] }))
    editor.select(editor.at('clear') + 2)
    expect(editor.state().storedMarks).toEqual([])
  })

  it('cannot claim the source of its neighbours, whatever a browser makes of it', () => {
    const editor = anEditor(aReportText({ findings: [dictated('clear', 0)] }))
    const at = editor.at('clear')
    const claimed = editor.state().doc.nodeAt(at)?.marks ?? []
    editor.apply(editor.state().tr.insert(at, reportSchema.text('un', claimed)))
    expect(editor.findings()).toEqual([{ text: 'un', source: justTyped }, dictated('clear', 0)])
  })

  it('that is undone gives the dictated word back with its source', () => {
    const findings = [dictated('80', 0), dictated(' mg', 1)]
    const editor = anEditor(aReportText({ findings }))
    editor.select(editor.at('80'), editor.at('80') + 2)
    editor.type('8')
    undo(editor.state(), (tr) => editor.apply(tr))
    expect(editor.findings()).toEqual(findings)
  })

  it('in a locked field changes nothing', () => {
    const text = [{ text: 'Jane Roe', source: { kind: 'context', field: 'patient.name' } }] as const
    const report = aReportText({ fields: [{ id: 'name', label: 'Patient', text }] })
    const editor = anEditor(report)
    editor.select(editor.at('Jane'))
    editor.type('Mary ')
    expect(docToReportText(editor.state().doc, report, typist)).toEqual(report)
  })
})

describe('the frame', () => {
  const report = aReportText({
    findings: [dictated('One.\n\nTwo.', 0)],
    impression: [dictated('Three.', 1)],
  })

  it('survives selecting all and deleting', () => {
    const editor = anEditor(report)
    editor.apply(editor.state().tr.setSelection(new AllSelection(editor.state().doc)))
    editor.apply(editor.state().tr.deleteSelection())
    expect(editor.findings()).toEqual(report.sections[0]?.text)
    expect(crossesFrame(editor.state())).toBe(true)
    editor.apply(deleteInsideFrame(editor.state()))
    const after = docToReportText(editor.state().doc, report, typist)
    expect(after.sections.map(({ id, text }) => [id, text])).toEqual([
      ['findings', []],
      ['impression', []],
    ])
  })

  it('keeps the end of one section and the start of the next out of each other', () => {
    const editor = anEditor(report)
    editor.select(editor.at('wo.'), editor.at('ree.'))
    editor.apply(deleteInsideFrame(editor.state()))
    const after = docToReportText(editor.state().doc, report, typist)
    const plain = after.sections.map(({ text }) => text.map((run) => run.text).join(''))
    expect(plain).toEqual(['One.\n\nT', 'ree.'])
  })
})

describe('blanks', () => {
  const blank = { text: '____', source: { kind: 'blank' } } as const

  it('are found one after another, around the end, and backwards', () => {
    const editor = anEditor(
      aReportText({ findings: [dictated('a ', 0), blank, dictated(' b ', 1), blank] }),
    )
    const [first, second] = blanksIn(editor.state().doc)
    const selected = () => ({
      from: editor.state().selection.from,
      to: editor.state().selection.to,
    })
    const next = selectNextBlank({ wrap: true })
    next(editor.state(), (tr) => editor.apply(tr))
    expect(selected()).toEqual(first)
    next(editor.state(), (tr) => editor.apply(tr))
    expect(selected()).toEqual(second)
    expect(selectNextBlank({ wrap: false })(editor.state())).toBe(false)
    next(editor.state(), (tr) => editor.apply(tr))
    expect(selected()).toEqual(first)
    selectPreviousBlank(editor.state(), (tr) => editor.apply(tr))
    expect(selected()).toEqual(second)
  })

  it('are filled by typing', () => {
    const editor = anEditor(aReportText({ findings: [dictated('a ', 0), blank] }))
    selectNextBlank({ wrap: true })(editor.state(), (tr) => editor.apply(tr))
    editor.type('5')
    editor.type(' mg')
    expect(editor.findings()).toEqual([dictated('a ', 0), { text: '5 mg', source: justTyped }])
  })

  it('left in place of a dictated word stand over it', () => {
    const editor = anEditor(aReportText({ findings: [dictated('take ', 0), dictated('eight', 1)] }))
    editor.select(editor.at('eight'), editor.at('eight') + 5)
    leaveBlank(editor.state(), (tr) => editor.apply(tr))
    expect(editor.findings()).toEqual([
      dictated('take ', 0),
      {
        text: '____',
        source: { kind: 'blank', over: { recognitionId: 'r1', from: 1, to: 2 } },
      },
    ])
  })
})

describe('what the server says after a save', () => {
  it('reaches the text that was sent, and leaves later typing and undo alone', () => {
    const report = aReportText({ findings: [dictated('80', 0), dictated(' mg', 1)] })
    const editor = anEditor(report)
    editor.select(editor.at('80') + 1, editor.at('80') + 2)
    editor.apply(editor.state().tr.deleteSelection())
    editor.select(editor.at(' mg') + 3)
    editor.type('\u00a0daily')
    const sent = editor.state().doc
    const since = new Mapping()
    const later = editor.state().tr.insertText('x', editor.at('8'))
    since.appendMapping(later.mapping)
    editor.apply(later)

    const saved = aReportText({
      findings: [
        {
          text: '8',
          source: { ...justTyped, at: 'T1', over: { recognitionId: 'r1', from: 0, to: 1 } },
        },
        dictated(' mg', 1),
        { text: '\u00a0daily', source: { ...justTyped, at: 'T1' } },
      ],
    })
    editor.apply(applySavedSources(editor.state(), sent, since, saved))
    expect(editor.findings()).toEqual([
      { text: 'x', source: justTyped },
      ...(saved.sections[0]?.text ?? []),
    ])
    undo(editor.state(), (tr) => editor.apply(tr))
    expect(
      editor
        .findings()
        .map((run) => run.text)
        .join(''),
    ).not.toContain('x')
  })

  it('gives a new paragraph border its author', () => {
    const report = aReportText({ findings: [dictated('One.', 0)] })
    const editor = anEditor(report)
    const end = editor.at('One.') + 4
    editor.apply(keepSources(editor.state().tr.split(end)))
    const sent = editor.state().doc
    const saved = aReportText({ findings: [dictated('One.', 0), typedBy('me', '\n\n')] })
    editor.apply(applySavedSources(editor.state(), sent, new Mapping(), saved))
    expect(editor.findings()).toEqual(saved.sections[0]?.text)
  })

  it('is not taken over where its text is not the text that was sent', () => {
    const findings = [dictated('One.', 0)]
    const editor = anEditor(aReportText({ findings }))
    const saved = aReportText({ findings: [typedBy('somebody', 'Other text.')] })
    editor.apply(applySavedSources(editor.state(), editor.state().doc, new Mapping(), saved))
    expect(editor.findings()).toEqual(findings)
  })
})

describe('pasting', () => {
  const report = aReportText({
    fields: [{ id: 'a', label: 'A', text: [typedBy('you', 'x')] }],
    findings: [dictated('One.', 0)],
  })

  it.each([
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['a\r\nb', 'a\nb'],
    ['a\n\n\nb', 'a\n\nb'],
  ])('puts %j in as text', (outside, inside) => {
    const editor = anEditor(report)
    const at = editor.at('One.')
    const slice = textToSlice(outside, editor.state().doc.resolve(at))
    editor.apply(editor.state().tr.replace(at, at, slice))
    expect(
      editor
        .findings()
        .map((run) => run.text)
        .join(''),
    ).toBe(`${inside}One.`)
  })

  it('puts several lines into a field as one', () => {
    const editor = anEditor(report)
    const at = editor.state().doc.resolve(editor.at('x'))
    expect(textToSlice(' a\n\nb ', at).content.textBetween(0, 3)).toBe('a b')
  })
})

describe('putting a macro in', () => {
  const fromMacro = (text: string): Run => ({
    text,
    source: { kind: 'template', template: 'macro:1', version: 2 },
  })
  const space: Run = { text: ' ', source: justTyped }
  function insert(findings: TracedText, at: string, offset: number, runs: TracedText) {
    const editor = anEditor(aReportText({ findings }))
    editor.select(editor.at(at) + offset)
    insertRuns(runs, typist)(editor.state(), (tr) => editor.apply(tr))
    return editor
  }

  it('keeps its source, its paragraphs and its blanks, and parts it from the words around it', () => {
    const macro = [
      fromMacro('No nodule.\n\nSize '),
      { text: '____', source: { kind: 'blank' } },
    ] as const
    const editor = insert([dictated('Clear.', 0), dictated('Heart', 1)], 'Clear', 6, macro)
    expect(editor.findings()).toEqual([
      dictated('Clear.', 0),
      space,
      ...macro,
      space,
      dictated('Heart', 1),
    ])
    expect(editor.state().doc.child(1).childCount).toBe(2)
  })

  it('adds no space where there is one, at the start, or before a full stop', () => {
    const macro = [fromMacro('no nodule')]
    expect(insert([dictated('With .', 0)], 'With', 5, macro).findings()).toEqual([
      dictated('With ', 0),
      ...macro,
      dictated('.', 0),
    ])
    expect(insert([dictated(' there', 0)], ' there', 0, macro).findings()[0]).toEqual(macro[0])
  })

  it('fills the blank that is selected', () => {
    const editor = anEditor(
      aReportText({ findings: [{ text: '____', source: { kind: 'blank' } }] }),
    )
    selectNextBlank({ wrap: true })(editor.state(), (tr) => editor.apply(tr))
    insertRuns([fromMacro('Clear.')], typist)(editor.state(), (tr) => editor.apply(tr))
    expect(editor.findings()).toEqual([fromMacro('Clear.')])
  })

  it('is one line in a field', () => {
    const fields = [
      { id: 'a', label: 'A', text: [{ text: '____', source: { kind: 'blank' } }] },
    ] as const
    const editor = anEditor(aReportText({ fields }))
    selectNextBlank({ wrap: true })(editor.state(), (tr) => editor.apply(tr))
    insertRuns([fromMacro('One.\n\nTwo.')], typist)(editor.state(), (tr) => editor.apply(tr))
    expect(editor.state().doc.child(1).textContent).toBe('One. Two.')
  })

  it('never reaches across the frame', () => {
    const editor = anEditor(
      aReportText({ findings: [dictated('a', 0)], impression: [dictated('b', 1)] }),
    )
    editor.apply(editor.state().tr.setSelection(new AllSelection(editor.state().doc)))
    expect(insertRuns([fromMacro('x')], typist)(editor.state())).toBe(false)
  })
})
