import type { ReportText, Run, TracedText } from '@plume/transcript'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../refusal.ts'
import { adoptEdit } from './adopt-edit.ts'
import { aReportText, blank, dictated } from './report-makers.ts'

const at = new Date('2026-03-03T10:00:00Z')
const editor = { id: 'user-secretary', at }

function adoptFindings(before: TracedText, after: TracedText): TracedText {
  const previous = aReportText({ findings: before })
  const adopted = adoptEdit(
    { machine: previous, previous },
    aReportText({ findings: after }),
    editor,
  )
  if (isRefusal(adopted)) throw new Error(adopted.refused)
  return adopted.sections[0]?.text ?? []
}

const insulin = [dictated('80 ', 0), dictated('units', 1)]

describe('what an editor claims about the source of text', () => {
  test('keeps dictated runs that were not touched', () => {
    expect(adoptFindings(insulin, insulin)).toEqual(insulin)
  })

  test('keeps whole dictated words when their neighbours are deleted', () => {
    const [, units] = insulin
    expect(adoptFindings(insulin, [units as Run])).toEqual([units])
  })

  test('calls it typing when a digit is cut off a dictated number, and remembers the words', () => {
    const [, units] = insulin
    const [first] = adoptFindings(insulin, [dictated('8', 0), units as Run])
    expect(first).toEqual({
      text: '8',
      source: {
        kind: 'typed',
        by: editor.id,
        at: at.toISOString(),
        over: { recognitionId: 'recognition-1', from: 0, to: 1 },
      },
    })
  })

  test('calls it typing when the client says dictated but nobody said it', () => {
    const [only] = adoptFindings(insulin, [dictated('800 units', 0, 2)])
    expect(only?.source.kind).toBe('typed')
  })

  test('drops the word range of words that no stored version knows', () => {
    const [only] = adoptFindings(insulin, [dictated('left', 40)])
    expect(only?.source).toEqual({ kind: 'typed', by: editor.id, at: at.toISOString() })
  })

  test('keeps the words of several runs that a text was typed over, from the first to the last', () => {
    const heard = [dictated('met ', 0), dictated('form ', 1), dictated('in ', 3, 5)]
    const over = (from: number, to: number) => ({ recognitionId: 'recognition-1', from, to })
    const wordsOver = (from: number, to: number) => {
      const source = { kind: 'typed', by: 'x', at: at.toISOString(), over: over(from, to) } as const
      const [typed] = adoptFindings(heard, [{ text: 'metformin ', source }])
      return typed?.source.kind === 'typed' ? typed.source.over : null
    }
    expect(wordsOver(0, 5)).toEqual(over(0, 5))
    expect(wordsOver(0, 4)).toBeUndefined()
    expect(wordsOver(4, 5)).toBeUndefined()
  })

  test('does not let an editor type in the name of somebody else', () => {
    const forged: Run = {
      text: 'right',
      source: { kind: 'typed', by: 'user-author', at: '2020-01-01T00:00:00.000Z' },
    }
    const [only] = adoptFindings(insulin, [forged])
    expect(only?.source).toMatchObject({ by: editor.id })
  })

  test('keeps what somebody else typed in an earlier version as theirs', () => {
    const typed: Run = {
      text: 'no allergies',
      source: { kind: 'typed', by: 'user-other', at: '2026-03-02T10:00:00.000Z' },
    }
    expect(adoptFindings([typed], [typed])).toEqual([typed])
  })

  test('lets anybody leave a blank, and only a blank as a blank', () => {
    const pretended: Run = { text: 'normal', source: { kind: 'blank' } }
    expect(adoptFindings(insulin, [blank()])).toEqual([blank()])
    expect(adoptFindings(insulin, [pretended])[0]?.source.kind).toBe('typed')
  })

  test('calls it typing when two words are glued together that nobody said so', () => {
    const before = [dictated('5', 0), dictated(' tablets of ', 1, 3), dictated('10 mg', 3, 5)]
    const after = [dictated('5', 0), dictated('10 mg', 3, 5)]
    expect(adoptFindings(before, after)).toEqual([
      expect.objectContaining({ text: '5', source: expect.objectContaining({ kind: 'typed' }) }),
      expect.objectContaining({
        text: '10 mg',
        source: expect.objectContaining({ kind: 'typed' }),
      }),
    ])
  })

  test('lets the machine’s own neighbours stand as close as it wrote them', () => {
    const before = [dictated('L4', 0), dictated('-', 1), dictated('L5', 2)]
    expect(adoptFindings(before, before)).toEqual(before)
  })

  test('lets nobody say a word twice by copying it', () => {
    const left = dictated('Left ', 0)
    const adopted = adoptFindings([left], [left, blank(), left])
    expect(adopted.map(({ source }) => source.kind)).toEqual(['dictated', 'blank', 'typed'])
  })

  test('gives back the dictated words when a deletion is undone', () => {
    const machine = aReportText({ findings: insulin })
    const previous = aReportText({ findings: insulin.slice(1) })
    const adopted = adoptEdit({ machine, previous }, machine, editor)
    expect(adopted).toEqual(machine)
  })

  test('takes a report of very many pieces in no more time than it needs', () => {
    const pieces = Array.from({ length: 20_000 }, () => [dictated('a ', 0), blank()]).flat()
    const adopted = adoptFindings(
      pieces,
      pieces.map((run) => ({ ...run, text: 'b ' })),
    )
    expect(adopted.map(({ text }) => text).join('')).toBe('b '.repeat(40_000))
  }, 10_000)

  test('takes in an edited salutation, and keeps what the editor does not show', () => {
    const previous: ReportText = {
      ...aReportText(),
      salutation: [blank()],
      closing: [dictated('Yours', 9)],
    }
    const submitted: ReportText = {
      ...aReportText(),
      salutation: [{ text: 'Dear Dr. Roy,', source: { kind: 'blank' } }],
    }
    const adopted = adoptEdit({ machine: previous, previous }, submitted, editor)
    expect(adopted).toMatchObject({
      salutation: [{ text: 'Dear Dr. Roy,', source: { kind: 'typed', by: editor.id } }],
      closing: previous.closing,
    })
  })

  test('refuses a changed frame', () => {
    const previous = aReportText()
    const renamed: ReportText = {
      ...previous,
      sections: previous.sections.map((section) => ({ ...section, heading: 'Nonsense' })),
    }
    expect(adoptEdit({ machine: previous, previous }, renamed, editor)).toEqual({
      refused: 'sections-changed',
    })
  })

  test('never changes the words themselves, whatever the client claims', () => {
    const run = fc.record({
      text: fc.string({ minLength: 1, maxLength: 8 }),
      source: fc.oneof(
        fc.constant({ kind: 'blank' as const }),
        fc.record({
          kind: fc.constant('dictated' as const),
          words: fc.record({
            recognitionId: fc.constant('recognition-1'),
            from: fc.nat(3),
            to: fc.integer({ min: 4, max: 6 }),
          }),
          rules: fc.constant([]),
        }),
        fc.record({ kind: fc.constant('context' as const), field: fc.string() }),
      ),
    })
    fc.assert(
      fc.property(fc.array(run), fc.array(run), (before, after) => {
        const text = (runs: TracedText) => runs.map((part) => part.text).join('')
        const adopted = adoptFindings(before, after)
        expect(text(adopted)).toBe(text(after))
        expect(adoptFindings(adopted, adopted)).toEqual(adopted)
      }),
    )
  })
})
