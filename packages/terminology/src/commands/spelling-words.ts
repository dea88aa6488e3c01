import { englishCardinalOf } from '../numbers/english-cardinal.ts'
import { frenchCardinalOf } from '../numbers/french-cardinal.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import { wordSet } from '../reading/word-set.ts'
import type { SpellingWords } from './read-spelling.ts'

const spell = (phrases: string) =>
  indexPhrases(phrases.split(' | ').map((phrase) => [phrase, 'spell'] as const))
const as = (phrases: string) =>
  indexPhrases(phrases.split(' | ').map((phrase) => [phrase, 'as'] as const))

export const englishSpelling: SpellingWords = {
  opens: spell(
    "spell that | that's spelled | that is spelled | spelled | spelt | spelling | i spell | i'll spell that",
  ),
  likeness: as('as in | like in'),
  isSureLikeness: true,
  twice: wordSet('double'),
  accents: indexPhrases([
    ['hyphen', '-'],
    ['dash', '-'],
    ['apostrophe', "'"],
  ]),
  digitOf: englishCardinalOf,
}

export const frenchSpelling: SpellingWords = {
  opens: spell(
    "épelez | épeler | épelé | épelée | j'épelle | ça s'épelle | qui s'épelle | s'épelle",
  ),
  likeness: as('comme | comme dans'),
  isSureLikeness: false,
  twice: wordSet('deux double'),
  accents: indexPhrases([
    ['accent aigu', '\u0301'],
    ['accent grave', '\u0300'],
    ['accent circonflexe', '\u0302'],
    ['circonflexe', '\u0302'],
    ['tréma', '\u0308'],
    ['cédille', '\u0327'],
    ["trait d'union", '-'],
    ['apostrophe', "'"],
  ]),
  digitOf: frenchCardinalOf,
}
