import type { Locale } from '@plume/transcript'
import { expect, test } from 'vitest'
import { recognitionFromText, writeDictation } from '../index.ts'

function doubtedIn(spoken: string, locale: Locale): readonly string[] {
  const recognition = recognitionFromText(spoken, { locale })
  const { findings } = writeDictation(recognition, { locale, headings: [], fragment: true })
  return findings.filter(({ kind }) => kind === 'ambiguous-number').map(({ text }) => text)
}

test.each([
  ['fr-CA', 'toujeo trois cents vingt unités', ['trois cents vingt unités']],
  ['fr-CA', 'symbicort deux cents six', ['deux cents six']],
  ['fr-CA', 'xigduo cinq mille par jour', ['cinq mille']],
  ['fr-FR', 'sinemet cent vingt-cinq', ['cent vingt-cinq']],
  ['en-CA', 'symbicort two hundred six', ['two hundred six']],
  ['fr-CA', 'toujeo vingt unités', []],
  ['fr-CA', 'symbicort deux cents', []],
  ['fr-CA', 'métoprolol cent vingt-cinq', []],
] as const)(
  '%s: “%s”: a number after a drug of two numbers may be two',
  (locale, spoken, doubted) => {
    expect(doubtedIn(spoken, locale)).toEqual(doubted)
  },
)
