import { negations } from '../doubts/low-confidence.ts'
import { isEnglishNumberWord } from '../numbers/english-cardinal.ts'
import { isFrenchNumberWord } from '../numbers/french-cardinal.ts'
import { wordSet } from '../reading/word-set.ts'

/** What a language adds to the types of values, so that like is put in place of like. */
export type CorrectionWords = {
  readonly sides: ReadonlySet<string>
  /** Without accents. */
  readonly negations: ReadonlySet<string>
  /** Small words that may be said again, or left out, before what is put right. */
  readonly determiners: ReadonlySet<string>
  readonly isNumberWord: (atom: string) => boolean
  /** Polite words after the end of a dictation, that nobody misses. */
  readonly farewells: ReadonlySet<string>
  /** "a" before 5, "an" before 8; null where the language has no such pair. */
  readonly article: ((word: string, before: string) => string) | null
}

/** Numbers that begin with a vowel when they are read: 8, 11, 18, 80 to 89, 800, 8000, 11,000. */
const vowelNumber = /^(?:8(?:\d{1,2}|[\d,]*)?|1[18](?:,\d{3})*)(?!\d)|^(?:eigh|eleven)/i

export const englishCorrections: CorrectionWords = {
  sides: wordSet('left right bilateral both'),
  negations: negations.en,
  determiners: wordSet('a an the his her their its'),
  isNumberWord: isEnglishNumberWord,
  farewells: wordSet(`
    thank thanks you very much so for watching listening bye goodbye okay ok the a all that's s that's is that
    have good great nice day everyone everybody please subscribe
  `),
  article: (word, before) => {
    if (!/^an?$/i.test(word)) return word
    const article = vowelNumber.test(before) ? 'an' : 'a'
    return word.startsWith('A') ? `A${article.slice(1)}` : article
  },
}

export const frenchCorrections: CorrectionWords = {
  sides: wordSet(`
    gauche droit droite gauches droits droites bilatéral bilatérale bilatéraux bilatérales
  `),
  negations: negations.fr,
  determiners: wordSet("le la l' les un une du des au à de d' son sa ses"),
  isNumberWord: isFrenchNumberWord,
  farewells: wordSet(`
    merci beaucoup bien d' avoir regardé écouté à vous au revoir bonjour bonne journée soirée bonsoir sous titres
    titrage réalisés réalisé par la communauté de amara org st 501 abonnez
  `),
  article: null,
}
