import { expect, test } from 'vitest'
import { doubtedIn } from '../testing/doubted-in.ts'

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
    expect(doubtedIn('ambiguous-number', spoken, locale)).toEqual(doubted)
  },
)
