import type { TracedText } from '@plume/transcript'
import { EditorState } from 'prosemirror-state'
import { expect, it } from 'vitest'
import { aReportText, dictated } from '../editor/a-report.ts'
import { typedTextPlugin } from '../editor/typed-text.ts'
import { docToReportText } from '../report-doc/doc-to-report-text.ts'
import { reportTextToDoc } from '../report-doc/report-text-to-doc.ts'
import { rangeOfPlace } from './range-of-place.ts'
import { takeProposal } from './take-proposal.ts'

const typist = { id: 'me', at: '2025-03-04T08:00:00.000Z' }
const typed = { kind: 'typed', by: 'me', at: typist.at } as const
const words = (from: number, to: number) => ({ recognitionId: 'r1', from, to })

/** The findings after a proposal was taken for a place in them, about words `[0, 9)`. */
function after(findings: TracedText, start: number, end: number): TracedText | undefined {
  const report = aReportText({ findings })
  const state = EditorState.create({
    doc: reportTextToDoc(report),
    plugins: [typedTextPlugin(typist)],
  })
  const range = rangeOfPlace(state.doc, { part: 0, start, end })
  let doc = state.doc
  if (range) {
    takeProposal(
      range,
      'NEW',
      words(0, 9),
      typist,
    )(state, (tr) => {
      doc = state.apply(tr).doc
    })
  }
  return docToReportText(doc, report, typist).sections[0]?.text
}

it('is typed over the words of the run that it stands in', () => {
  expect(
    after([dictated('Give ', 0), dictated('metprolole ', 1), dictated('daily.', 2)], 5, 15),
  ).toEqual([
    dictated('Give ', 0),
    { text: 'NEW', source: { ...typed, over: words(1, 2) } },
    dictated(' ', 1),
    dictated('daily.', 2),
  ])
})

it('is typed over all words that it is about where they are several runs', () => {
  expect(after([dictated('met ', 0), dictated('form ', 1), dictated('in', 2)], 0, 11)).toEqual([
    { text: 'NEW', source: { ...typed, over: words(0, 9) } },
  ])
})
