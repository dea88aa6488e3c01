import type { Locale } from '@plume/transcript'
import {
  createLexicon,
  createSuggester,
  type Lexicon,
  type Suggester,
  type TermsRule,
  termsOf,
} from '../src/index.ts'
import { loadStarterLexicon } from '../src/lexicon/starter-lexicon.ts'
import { loadSpelling } from '../src/suggestions/load-spelling.ts'

const spelling = { en: await loadSpelling('en'), fr: await loadSpelling('fr') }

const lexicons = new Map<Locale, Lexicon>()
const terms = new Map<Locale, TermsRule>()
const suggesters = new Map<Locale, Suggester>()

function starterLexicon(locale: Locale): Lexicon {
  return keep(lexicons, locale, () => createLexicon([loadStarterLexicon(locale)], locale))
}

/** The terms of the starter lexicon, as the product writes them where a site has no lists of its own. */
export function starterTerms(locale: Locale): TermsRule {
  return keep(terms, locale, () => termsOf(starterLexicon(locale)))
}

/** What the product suggests there. */
export function starterSuggester(locale: Locale): Suggester {
  const language = locale.startsWith('fr') ? 'fr' : 'en'
  return keep(suggesters, locale, () => createSuggester(starterLexicon(locale), spelling[language]))
}

function keep<T>(kept: Map<Locale, T>, locale: Locale, make: () => T): T {
  const known = kept.get(locale) ?? make()
  kept.set(locale, known)
  return known
}
