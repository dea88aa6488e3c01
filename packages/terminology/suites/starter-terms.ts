import type { Locale } from '@plume/transcript'
import { createLexicon, type TermsRule, termsOf } from '../src/index.ts'
import { loadStarterLexicon } from '../src/lexicon/starter-lexicon.ts'

const loaded = new Map<Locale, TermsRule>()

/** The terms of the starter lexicon, as the product writes them where a site has no lists of its own. */
export function starterTerms(locale: Locale): TermsRule {
  const known = loaded.get(locale)
  if (known) return known
  const terms = termsOf(createLexicon([loadStarterLexicon(locale)], locale))
  loaded.set(locale, terms)
  return terms
}
