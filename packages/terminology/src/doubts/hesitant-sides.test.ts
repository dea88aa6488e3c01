import { expect, test } from 'vitest'
import { doubtedIn } from '../testing/doubted-in.ts'

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
    expect(doubtedIn('open-correction', spoken, locale)).toEqual(doubted)
  },
)
