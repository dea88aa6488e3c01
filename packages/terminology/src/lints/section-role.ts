import type { Locale } from '@plume/transcript'
import { standardHeadings } from '../headings/standard-headings.ts'
import { foldForm } from '../lexicon/fold-form.ts'

/**
 * What a section says of now: `conclusion` sums up what `body` found; `context` is why anyone looked;
 * `past` is of another time or another person, and contradicts nothing.
 */
export type SectionRole = 'context' | 'body' | 'conclusion' | 'past'

const roles: Readonly<Record<string, SectionRole>> = {
  'reason-for-visit': 'context',
  'chief-complaint': 'context',
  history: 'context',
  'history-of-present-illness': 'context',
  indication: 'context',
  'past-medical-history': 'past',
  'past-surgical-history': 'past',
  'family-history': 'past',
  'social-history': 'past',
  allergies: 'past',
  comparison: 'past',
  'admission-diagnosis': 'context',
  impression: 'conclusion',
  conclusion: 'conclusion',
  assessment: 'conclusion',
  diagnosis: 'conclusion',
}

const knownTitles = new Map<Locale, ReadonlyMap<string, string>>()

/** What the section under a title is for; a title that nobody knows stands above a body. */
export function roleOf(title: string, locale: Locale): SectionRole {
  return roles[sectionNamed(title, locale) ?? ''] ?? 'body'
}

/** The standard section of a title, or undefined. */
export function sectionNamed(title: string, locale: Locale): string | undefined {
  const known = knownTitles.get(locale) ?? indexTitles(locale)
  return known.get(foldForm(title, locale.startsWith('fr') ? 'fr' : 'en'))
}

function indexTitles(locale: Locale): ReadonlyMap<string, string> {
  const language = locale.startsWith('fr') ? 'fr' : 'en'
  const rows = standardHeadings(locale).flatMap(({ sectionId, aliases }) =>
    aliases.map((alias) => [foldForm(alias, language), sectionId] as const),
  )
  const known = new Map(rows)
  knownTitles.set(locale, known)
  return known
}
