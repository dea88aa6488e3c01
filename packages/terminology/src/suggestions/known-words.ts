import type { Lexicon } from '../lexicon/create-lexicon.ts'
import { isEveryday } from '../lexicon/everyday-words.ts'
import { foldForm } from '../lexicon/fold-form.ts'
import { type LayerTerms, type NearTerm, termsOfLayer } from './layer-terms.ts'
import type { SpellingWords } from './spelling-words.ts'
import { mayBeFormOf, wordForms } from './word-forms.ts'

/**
 * - `known`: a dictionary or the lexicon has it, or it is no word of letters.
 * - `form`: nobody has it, but it may be made from a known word.
 * - `strange`: nobody has it, and it is made from nothing: it may be misheard.
 */
export type Strangeness = 'known' | 'form' | 'strange'

/** What is known of single words of one text after another. */
export type KnownWords = {
  readonly strangenessOf: (word: string) => Strangeness
  /** Terms that hold and may sound like this, some of them not at all. */
  readonly near: (sounds: string) => readonly NearTerm[]
}

/** Shorter words are abbreviations and names more often than anything else. */
const shortestStrange = 5
/** Remembered, so that each word is looked at once; forgotten together when they are too many. */
const mostRemembered = 50_000

export function createKnownWords(lexicon: Lexicon, spelling: SpellingWords): KnownWords {
  const { language } = lexicon
  const remembered = new Map<string, Strangeness>()
  let opened: readonly LayerTerms[] | null = null

  const layers = () => {
    opened ??= lexicon.layers.map(termsOfLayer)
    return opened
  }

  function isKnown(folded: string): boolean {
    return isEveryday(folded, language) || layers().some(({ words }) => words.has(folded))
  }

  function judge(word: string): Strangeness {
    if (word.length < shortestStrange || !/^[\p{Script=Latin}'’]+$/u.test(word)) return 'known'
    // Capitals inside a word are meant: abbreviations, names of products.
    if (/\p{Lu}/u.test(word.slice(1))) return 'known'
    const base = withoutElision(word, language)
    if (/['’]/.test(base) || base.length < shortestStrange) return 'known'
    if (spelling.has(base)) return 'known'
    const folded = foldForm(base, language)
    if (isKnown(folded) || singularsOf(folded).some(isKnown)) return 'known'
    const isForm = mayBeFormOf(
      folded,
      wordForms[language],
      (form) => isKnown(form) || spelling.has(form),
    )
    return isForm ? 'form' : 'strange'
  }

  return {
    near: (sounds) =>
      layers()
        .flatMap((layer) => layer.near(sounds))
        .filter(({ entry }) => lexicon.lookUp(entry.form).includes(entry)),
    strangenessOf: (word) => {
      const known = remembered.get(word)
      if (known !== undefined) return known
      const strangeness = judge(word)
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(word, strangeness)
      return strangeness
    },
  }
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
