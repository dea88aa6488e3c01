import { negations, sides } from '../doubts/low-confidence.ts'
import type { Lexicon } from '../lexicon/create-lexicon.ts'
import { isEveryday } from '../lexicon/everyday-words.ts'
import { foldLetters } from '../lexicon/fold-form.ts'
import type { EntryLocale } from '../lexicon/lexicon-entry.ts'
import type { SpellingWords } from '../suggestions/spelling-words.ts'

/** What an engine gives out for something else, as a site has seen it and wants it put right without asking. */
export type Mishearing = {
  /** The words as the engine gives them, in small letters. */
  readonly heard: string
  /** What is to be written. */
  readonly meant: string
  readonly locale: EntryLocale
}

export const mishearingRefusals = [
  'same-words',
  'not-words',
  'too-long',
  'number-side-or-negation',
  'everyday-word',
  'valid-term',
] as const

/** Why a mishearing must not be put right without asking. */
export type MishearingRefusal = (typeof mishearingRefusals)[number]

/** As many words as a rule looks at. */
export const mostWordsHeard = 8
const longestText = 120

/** The words of a mishearing as they are compared: small letters, straight apostrophes, single spaces. */
export function heardForm(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'").trim().replace(/\s+/g, ' ')
}

/**
 * What the table may not say: whoever adds "hypotension" for "hypertension" would change right words as well as
 * wrong ones, and nobody would be asked. Numbers, sides and negations are never put right in silence.
 */
export function refuseMishearing(
  { heard, meant }: Mishearing,
  lexicon: Lexicon,
  spelling: SpellingWords,
): MishearingRefusal | null {
  const form = heardForm(heard)
  const words = form.split(' ')
  if (form === heardForm(meant)) return 'same-words'
  if (words.length > mostWordsHeard || heard.length > longestText || meant.length > longestText) {
    return 'too-long'
  }
  if (![form, meant.trim()].every((text) => /\p{L}/u.test(text) && !/[\n\t\p{Cc}]/u.test(text))) {
    return 'not-words'
  }
  if (hasProtectedWord(form, lexicon.language) || hasProtectedWord(meant, lexicon.language)) {
    return 'number-side-or-negation'
  }
  if (lexicon.lookUp(form).length > 0) return 'valid-term'
  const isWord = isEveryday(foldLetters(form), lexicon.language) || spelling.has(form)
  return words.length === 1 && isWord ? 'everyday-word' : null
}

const numberWords = {
  en: /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|double|triple)$/,
  fr: /^(?:zero|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|nonante|cents?|mille|demie?|double|triple)$/,
} as const

function hasProtectedWord(text: string, language: 'en' | 'fr'): boolean {
  return foldLetters(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some(
      (word) =>
        /\d/.test(word) ||
        numberWords[language].test(word) ||
        sides[language].has(word) ||
        negations[language].has(word),
    )
}
