import type { Lexicon } from '../lexicon/create-lexicon.ts'
import { isEveryday } from '../lexicon/everyday-words.ts'
import { foldForm } from '../lexicon/fold-form.ts'
import { hashLetters, type LetterHash } from '../lexicon/letter-hash.ts'
import { rememberWord } from '../reading/remember-word.ts'
import { type LayerTerms, type NearTerm, type ShowTerm, termsOfLayer } from './layer-terms.ts'
import type { SpellingWords } from './spelling-words.ts'
import { mayBeFormOf, wordForms } from './word-forms.ts'

export type WordFacts = {
  /** True for a word of letters that no dictionary and no list has: it may be misheard. */
  readonly isStrange: boolean
  /** A word that may be a piece of a longer one; null for codes, numbers, abbreviations. */
  readonly piece: Piece | null
}

/** Of a word, folded: its letters, and their hash. */
export type Piece = { readonly letters: string; readonly hash: LetterHash }

/** What is known of single words of one text after another. */
export type KnownWords = {
  readonly factsOf: (word: string) => WordFacts
  /** True for a folded word that may be made from a known one, and so right though nobody has it. */
  readonly mayBeForm: (folded: string) => boolean
  /** Shows each term that may sound like this, some of them not at all like it. */
  readonly near: (sounds: string, show: ShowTerm) => void
  /** False where no term of one word has letters with this hash; true mostly where one has. */
  readonly mayBeNamed: (hash: number) => boolean
  /** The term of one word that is written with these letters. */
  readonly termNamed: (folded: string) => NearTerm | null
  /** True if the lexicon has the form, of one word or several. */
  readonly isListed: (form: string) => boolean
  /** True for a word that the lexicon has and everyday speech has not. */
  readonly isTerm: (word: string) => boolean
  /** False for a term that a narrower layer takes out or says otherwise. */
  readonly holds: (term: NearTerm) => boolean
}

/** Shorter words are abbreviations and names more often than anything else. */
const shortestStrange = 5

export function createKnownWords(lexicon: Lexicon, spelling: SpellingWords): KnownWords {
  const { language } = lexicon
  let opened: readonly LayerTerms[] | null = null

  const layers = () => {
    opened ??= lexicon.layers.map(termsOfLayer)
    return opened
  }

  function isKnown(folded: string): boolean {
    return isEveryday(folded, language) || layers().some(({ words }) => words.has(folded))
  }

  const holds = ({ entry }: NearTerm) => lexicon.lookUp(entry.form).includes(entry)

  function isStrange(word: string): boolean {
    if (word.length < shortestStrange || !/^[\p{Script=Latin}'’]+$/u.test(word)) return false
    // Capitals inside a word are meant: abbreviations, names of products.
    if (/\p{Lu}/u.test(word.slice(1))) return false
    const base = withoutElision(word, language)
    if (/['’]/.test(base) || base.length < shortestStrange) return false
    if (spelling.has(base)) return false
    const folded = foldForm(base, language)
    return !isKnown(folded) && !singularsOf(folded).some(isKnown)
  }

  return {
    mayBeForm: (folded) =>
      mayBeFormOf(folded, wordForms[language], {
        isListed: isKnown,
        isSpelled: (form) => isKnown(form) || spelling.has(form),
      }),
    near: (sounds, show) => {
      for (const layer of layers()) layer.near(sounds, show)
    },
    mayBeNamed: (hash) => {
      // Asked of each word with the words after it: no function for each of them.
      for (const layer of layers()) if (layer.mayBeNamed(hash)) return true
      return false
    },
    termNamed: (folded) => {
      const terms = layers().map((layer) => layer.named(folded))
      return terms.find((term) => term !== null && !term.isPart && holds(term)) ?? null
    },
    isListed: (form) => lexicon.lookUp(form).length > 0,
    isTerm: (word) =>
      lexicon.lookUp(word).length > 0 && !isEveryday(foldForm(word, language), language),
    holds,
    factsOf: rememberWord((word) => ({
      isStrange: isStrange(word),
      piece: /^\p{L}\p{Ll}*$/u.test(word) ? pieceOf(foldForm(word, language)) : null,
    })),
  }
}

function pieceOf(letters: string): Piece {
  return { letters, hash: hashLetters(letters) }
}

/** What a plural may be the plural of: "tibias", "biopsies", « lobaux ». */
function singularsOf(folded: string): readonly string[] {
  if (/aux$/.test(folded)) return [folded.replace(/aux$/, 'al'), folded.slice(0, -1)]
  if (!/[sx]$/.test(folded)) return []
  return [folded.slice(0, -1), folded.replace(/es$/, ''), folded.replace(/ies$/, 'y')]
}

/** « l'hémoglobine » without its article, "Parkinson's" without its genitive. */
export function withoutElision(word: string, language: 'en' | 'fr'): string {
  if (language === 'en') return word.replace(/['’]s$/, '')
  return word.replace(/^(?:[ldsnjmtc]|qu|jusqu|lorsqu|puisqu)['’](?=.)/iu, '')
}
