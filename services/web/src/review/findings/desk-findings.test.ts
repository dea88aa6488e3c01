import { describe, expect, it } from 'vitest'
import { aReportText, dictated } from '../editor/a-report.ts'
import {
  type DeskFinding,
  deskFindings,
  findingAt,
  goingOn,
  nextOpen,
  openBySeverity,
} from './desk-findings.ts'

function aFinding(id: string, from: number, changes: Partial<DeskFinding> = {}): DeskFinding {
  return {
    id,
    origin: 'writer',
    kind: 'k',
    severity: 'high',
    text: '',
    reason: '',
    source: '',
    words: null,
    place: { part: 0, start: from, end: from + 2 },
    range: { from, to: from + 2 },
    state: 'open',
    decision: null,
    proposal: null,
    ...changes,
  }
}

const [a, b, c] = [aFinding('a', 10), aFinding('b', 20), aFinding('c', 30)] as const
const at = (position: number) => ({ from: position, to: position })

describe('the finding at the selection', () => {
  it.each([
    [at(21), null, 'b'],
    [at(22), null, 'b'],
    [{ from: 5, to: 40 }, null, 'a'],
    [{ from: 5, to: 40 }, 'c', 'c'],
    [at(25), 'a', undefined],
  ])('for %j, with %s chosen: %s', (selection, chosen, expected) => {
    expect(findingAt([a, b, c], selection, chosen)?.id).toBe(expected)
  })
})

describe('what is open', () => {
  it('is counted by severity, the most harmful first, without severities that have none', () => {
    const low = { ...b, severity: 'low' as const }
    const settled = { ...c, severity: 'medium' as const, state: 'edited' as const }
    expect(openBySeverity([low, a, settled, { ...c, id: 'd' }])).toEqual([
      { severity: 'high', count: 2 },
      { severity: 'low', count: 1 },
    ])
    expect(openBySeverity([settled])).toEqual([])
  })
})

describe('going on from a finding', () => {
  const next = (items: readonly DeskFinding[], order: readonly string[]) =>
    nextOpen(items, order)?.id

  it('leads to the next open one, and around at the end', () => {
    const settled = { ...b, state: 'looked-at' as const }
    expect(next([a, settled, c], goingOn([a, settled, c], 'a'))).toBe('c')
    expect(next([a, b, c], goingOn([a, b, c], 'c'))).toBe('a')
    expect(next([a, b, c], goingOn([a, b, c], null))).toBe('a')
  })

  it('goes on where it was, though the finding itself has gone to the end of the list', () => {
    const order = goingOn([a, b, c], 'b')
    const edited = { ...b, state: 'edited' as const, range: null }
    expect(next([a, c, edited], order)).toBe('c')
    expect(next([a, c, edited], order.toReversed())).toBe('a')
  })

  it('leads nowhere when all is settled', () => {
    expect(next([{ ...a, state: 'edited' }], goingOn([a], null))).toBeUndefined()
  })
})

describe('a proposal', () => {
  const words = { recognitionId: 'r1', from: 0, to: 1 }
  const known = {
    writer: [
      { ...aFinding('w', 0), words, text: 'metprolole', proposed: 'metoprolol', place: undefined },
    ],
    patient: {},
  }
  const desk = { decisions: new Map(), rangeOf: () => ({ from: 1, to: 11 }) }
  const proposalIn = (text: string) =>
    deskFindings(aReportText({ findings: [dictated(text, 0)] }), known, desk)[0]?.proposal

  it('is there to be taken where exactly the words that it is for still stand', () => {
    expect(proposalIn('Give metprolole.')).toBe('metoprolol')
    expect(proposalIn('Give metprolol.')).toBeNull()
  })
})
