import {
  createLexicon,
  type EntryLocale,
  type LayerEntries,
  type Mishearing,
  type MishearingRefusal,
  refuseMishearing,
} from '@plume/terminology'
import { loadSpelling } from '@plume/terminology/spelling'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'
import type { Locale } from '@plume/transcript'

/** What a person is told; the words themselves stand beside it. */
export const refusalReasons: Readonly<Record<MishearingRefusal, string>> = {
  'same-words': 'both are the same words',
  'not-words': 'these are not words',
  'too-long': 'at most 8 words are put right at once',
  'number-side-or-negation': 'numbers, sides and negations are never put right without asking',
  'everyday-word': 'this is a word of the language: it may have been said',
  'valid-term': 'this is a term of the lexicon: it may have been said',
}

/** Where a mishearing for a language has to be harmless: in each of its places. */
const places: Readonly<Record<EntryLocale, readonly Locale[]>> = {
  en: ['en-CA', 'en-US'],
  fr: ['fr-CA', 'fr-FR'],
  'en-CA': ['en-CA'],
  'en-US': ['en-US'],
  'fr-CA': ['fr-CA'],
  'fr-FR': ['fr-FR'],
}

export type CheckMishearing = (mishearing: Mishearing) => Promise<MishearingRefusal | null>

/** Whether a line may be put right without asking, against the starter lexicon and the site's own words. */
export function createMishearingCheck(site: LayerEntries): CheckMishearing {
  const lexicons = new Map<Locale, ReturnType<typeof createLexicon>>()
  const lexiconOf = (locale: Locale) => {
    const known = lexicons.get(locale) ?? createLexicon([loadStarterLexicon(locale), site], locale)
    lexicons.set(locale, known)
    return known
  }
  return async (mishearing) => {
    const spelling = await loadSpelling(mishearing.locale.startsWith('fr') ? 'fr' : 'en')
    for (const place of places[mishearing.locale]) {
      const refusal = refuseMishearing(mishearing, lexiconOf(place), spelling)
      if (refusal) return refusal
    }
    return null
  }
}
