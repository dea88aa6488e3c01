import type { SpeechLanguage } from '@plume/records'
import { expect, test } from 'vitest'
import { decideLanguage } from './decide-language.ts'

const both: readonly SpeechLanguage[] = ['en', 'fr']

test.each<[string, [string, number][], readonly SpeechLanguage[], SpeechLanguage | null]>([
  ['one sure piece', [['fr', 0.97]], both, 'fr'],
  [
    'pieces that agree',
    [
      ['en', 0.9],
      ['en', 0.6],
      ['en', 0.8],
    ],
    both,
    'en',
  ],
  [
    'a cough first',
    [
      ['la', 0.3],
      ['fr', 0.95],
      ['fr', 0.9],
    ],
    both,
    'fr',
  ],
  [
    'two languages',
    [
      ['fr', 0.9],
      ['en', 0.9],
    ],
    both,
    null,
  ],
  ['a third language', [['es', 0.9]], both, null],
  ['a language that the site has not', [['fr', 0.99]], ['en'], null],
  ['a doubtful piece', [['fr', 0.4]], both, null],
  ['nothing', [], both, null],
])('%s', (_name, votes, among, expected) => {
  const given = votes.map(([language, probability]) => ({ language, probability }))
  expect(decideLanguage(given, among)?.language ?? null).toBe(expected)
})
