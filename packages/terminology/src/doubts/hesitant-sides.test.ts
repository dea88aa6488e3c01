import type { Locale } from '@plume/transcript'
import { expect, test } from 'vitest'
import { recognitionFromText, writeDictation } from '../index.ts'

function doubtedIn(spoken: string, locale: Locale): readonly string[] {
  const recognition = recognitionFromText(spoken, { locale })
  const { findings } = writeDictation(recognition, { locale, headings: [], fragment: true })
  return findings.filter(({ kind }) => kind === 'open-correction').map(({ text }) => text)
}

test.each([
  ['en-CA', 'pain in the left, er, right knee', ['left']],
  ['en-CA', 'left um right knee', ['left']],
  ['fr-CA', 'douleur au genou gauche euh droit', ['gauche']],
  ['en-CA', 'left and, um, right knee', []],
  ['en-CA', 'the left, um, left knee', []],
  ['en-CA', 'um, the left right knee', []],
  ['en-CA', 'the left, um, knee', []],
] as const)(
  '%s: “%s”: two sides with a hesitation between them are asked about',
  (locale, spoken, doubted) => {
    expect(doubtedIn(spoken, locale)).toEqual(doubted)
  },
)
