import {
  createLexicon,
  createSuggester,
  type Lexicon,
  type Suggester,
  type TermsRule,
  termsOf,
} from '@plume/terminology'
import { loadSpelling } from '@plume/terminology/spelling'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'
import type { Locale } from '@plume/transcript'

/** The terms of the starter lexicon. Commands that open no database know no site's lists. */
export function starterTerms(locale: Locale): TermsRule {
  return termsOf(starterLexicon(locale))
}

/** What the starter lexicon suggests for words that no dictionary knows. */
export async function starterSuggester(locale: Locale): Promise<Suggester> {
  const spelling = await loadSpelling(locale.startsWith('fr') ? 'fr' : 'en')
  return createSuggester(starterLexicon(locale), spelling)
}

function starterLexicon(locale: Locale): Lexicon {
  return createLexicon([loadStarterLexicon(locale)], locale)
}
