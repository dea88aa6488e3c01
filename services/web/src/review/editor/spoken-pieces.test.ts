import { describe, expect, it } from 'vitest'
import { reportTextToDoc } from '../report-doc/report-text-to-doc.ts'
import { aRecognition, aReportText, dictated, typedBy } from './a-report.ts'
import {
  pieceAtPosition,
  pieceAtTime,
  pieceToListenFrom,
  type SpokenPiece,
  spokenPieces,
} from './spoken-pieces.ts'

const heard = aRecognition('the lungs are clear one twenty over eighty')

const doc = reportTextToDoc(
  aReportText({
    findings: [dictated('The lungs are clear', 0, 4), typedBy('me', ' bilaterally, ')],
    impression: [dictated('120/80', 4, 8)],
  }),
)
const pieces = spokenPieces(doc, [heard])
const textOf = (piece: SpokenPiece | null) => piece && doc.textBetween(piece.from, piece.to)

describe('spoken pieces', () => {
  it('are words where the text still has as many words as were heard', () => {
    expect(pieces.slice(0, 4).map(textOf)).toEqual(['The', 'lungs', 'are', 'clear'])
  })

  it('are the whole run where rules joined words', () => {
    expect(pieces.slice(4)).toEqual([
      { from: expect.any(Number), to: expect.any(Number), startMs: 4_000, endMs: 7_500 },
    ])
    expect(textOf(pieces[4] ?? null)).toBe('120/80')
  })

  it.each([
    [0, 'The'],
    [1_400, 'lungs'],
    [1_790, 'lungs'],
    [1_900, null],
    [5_000, '120/80'],
    [60_000, null],
  ])('at %d ms of the recording give %s', (ms, text) => {
    expect(textOf(pieceAtTime(pieces, ms))).toBe(text)
  })

  it('are found by where a person clicks, and typed words are not among them', () => {
    const lungs = pieces[1]?.from ?? 0
    expect(textOf(pieceAtPosition(pieces, lungs + 2))).toBe('lungs')
    expect(pieceAtPosition(pieces, (pieces[3]?.to ?? 0) + 4)).toBeNull()
  })

  it('let listening start from the last dictated word before the cursor', () => {
    expect(textOf(pieceToListenFrom(pieces, (pieces[3]?.to ?? 0) + 4))).toBe('clear')
    expect(textOf(pieceToListenFrom(pieces, 0))).toBe('The')
  })

  it('leave out words of a recognition that is not there', () => {
    expect(spokenPieces(doc, [])).toEqual([])
  })

  it('include a correction, at the time of the words it stands over', () => {
    const over = { recognitionId: 'r1', from: 1, to: 2 }
    const corrected = reportTextToDoc(
      aReportText({
        findings: [{ text: 'left lung', source: { kind: 'typed', by: 'me', at: 'T', over } }],
      }),
    )
    expect(spokenPieces(corrected, [heard])).toMatchObject([{ startMs: 1_000, endMs: 1_500 }])
  })
})
