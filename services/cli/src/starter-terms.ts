import { createLexicon, type TermsRule, termsOf } from '@plume/terminology'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'
import type { Locale } from '@plume/transcript'

/** The terms of the starter lexicon. Commands that open no database know no site's lists. */
export function starterTerms(locale: Locale): TermsRule {
  return termsOf(createLexicon([loadStarterLexicon(locale)], locale))
}
