import type { Locale, TracedText, WordFinding, WordRange, WrittenPart } from '@plume/transcript'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorFindings, recognitionFromText, type WrittenText, writeDictation } from '../index.ts'

const recognitionId = 'r1'
const wordsOf = ({ source }: TracedText[number]): WordRange | null => {
  if (source.kind === 'dictated') return source.words
  return source.kind === 'blank' ? (source.over ?? null) : null
}

/** A part whose runs each stand for some words, in the order in which they were said. */
const aPart: fc.Arbitrary<WrittenPart> = fc
  .array(
    fc.record({
      text: fc.string({ minLength: 1, maxLength: 6 }),
      skipped: fc.nat(2),
      length: fc.integer({ min: 1, max: 3 }),
      isBlank: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((runs) => {
    let from = 0
    const text = runs.map(({ text, skipped, length, isBlank }) => {
      const words = { recognitionId, from: from + skipped, to: from + skipped + length }
      from = words.to
      return isBlank
        ? { text, source: { kind: 'blank', over: words } as const }
        : { text, source: { kind: 'dictated', words, rules: [] } as const }
    })
    return { sectionId: null, headingWords: null, text }
  })

/** The part with findings at any places in it, some of them empty. */
const anyWritten: fc.Arbitrary<WrittenText> = aPart.chain((part) => {
  const length = part.text.reduce((sum, run) => sum + run.text.length, 0)
  const place = fc.tuple(fc.nat(length), fc.nat(length)).map((ends) => ({
    part: 0,
    start: Math.min(...ends),
    end: Math.max(...ends),
  }))
  const about = { kind: 'k', text: '', reason: '', source: 's' } as const
  return fc.record({
    parts: fc.constant([part]),
    dropped: fc.constant([]),
    suggestions: fc.array(
      place.map((each) => ({ ...each, text: '', proposed: 'p', kind: 'misheard-term' })),
      { maxLength: 3 },
    ),
    findings: fc.array(
      place.map((each) => ({ ...each, ...about, severity: 'low' as const })),
      { maxLength: 3 },
    ),
  })
})

const anchored = (written: WrittenText) =>
  anchorFindings(written, { language: 'en', isDrug: () => false })

const covers = (whole: WordRange, part: WordRange) => whole.from <= part.from && part.to <= whole.to

describe('a finding of the writer', () => {
  test('is never left out, and stands at every word that its text was written from', () => {
    fc.assert(
      fc.property(anyWritten, (written) => {
        const found = anchored(written)
        const places = [...written.findings, ...written.suggestions].sort(
          (a, b) => a.part - b.part || a.start - b.start || a.end - b.end,
        )
        expect(found).toHaveLength(places.length)
        for (const [index, { start, end }] of places.entries()) {
          const { words } = found[index] as WordFinding
          let from = 0
          for (const run of written.parts[0]?.text ?? []) {
            const to = from + run.text.length
            const own = wordsOf(run)
            if (own && from < end && to > start) expect(covers(words, own)).toBe(true)
            // Without text of its own: beside the words of a run that touches the place.
            if (own && start === end && from < start && start < to) expect(words).toEqual(own)
            from = to
          }
        }
      }),
    )
  })

  test('names words of nothing but the runs it touches', () => {
    fc.assert(
      fc.property(anyWritten, (written) => {
        const all = (written.parts[0]?.text ?? []).map(wordsOf).filter((words) => words !== null)
        for (const { words } of anchored(written)) {
          expect(all.some(({ from }) => from === words.from)).toBe(true)
          expect(all.some(({ to }) => to === words.to)).toBe(true)
        }
      }),
    )
  })
})

function foundIn(spoken: string, locale: Locale = 'en-CA') {
  const recognition = recognitionFromText(spoken, { locale, id: recognitionId })
  const written = writeDictation(recognition, { locale, headings: [] })
  return anchored(written).map(({ words, kind, text }) => [
    kind,
    text,
    recognition.words
      .slice(words.from, words.to)
      .map((word) => word.text)
      .join(' '),
  ])
}

describe('of what is dictated', () => {
  test.each<[Locale, string, readonly string[]]>([
    [
      'en-CA',
      'give fifty sixty two milligrams',
      ['ambiguous-number', 'fifty sixty two', 'fifty sixty two'],
    ],
    [
      'en-CA',
      'the lungs are clear period note to the secretary please call',
      ['note-to-secretary', 'clear', 'clear'],
    ],
    [
      'fr-CA',
      'les poumons sont clairs point note à la secrétaire appelez le patient',
      ['note-to-secretary', 'clairs', 'clairs'],
    ],
  ])('%s: %s', (locale, spoken, expected) => {
    expect(foundIn(spoken, locale)).toContainEqual(expected)
  })
})
