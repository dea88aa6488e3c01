import { foldForm } from '../fold-form.ts'
import type { CaseRule, EntryLocale, LexiconClass, LexiconEntry } from '../lexicon-entry.ts'
import type { Candidate, Suggested } from './import-item.ts'

/** How the spelling dictionaries of a language write a folded word in small letters. */
export type EverydaySpellings = (folded: string) => ReadonlySet<string>

export type EntryMaking = {
  /** What the entries name as their source. */
  readonly source: string
  /** For candidates whose list does not say their language. */
  readonly locale: EntryLocale | null
  readonly classes: ReadonlyMap<string, Suggested>
  /** What the layers below know of a form: lists in capitals do not know how it is written. */
  readonly known: (form: string, locale: EntryLocale) => LexiconEntry | null
  readonly everyday: { readonly en: EverydaySpellings; readonly fr: EverydaySpellings }
}

/** The entry that a candidate makes, or why it makes none. */
export function makeEntry(
  candidate: Candidate,
  making: EntryMaking,
): LexiconEntry | 'ignored' | 'unmapped' | 'no-locale' {
  const kind = making.classes.get(candidate.category)
  if (kind === undefined) return 'unmapped'
  if (kind === 'ignore') return 'ignored'
  const locale = candidate.locale ?? making.locale
  if (locale === null) return 'no-locale'
  const written = asWrittenBelow(candidate, locale, making)
  const entry: LexiconEntry = {
    form: written.form,
    preferred: written.preferred,
    locale,
    class: kind,
    source: making.source,
    status: candidate.status ?? 'active',
    spoken: candidate.spoken ?? [],
    caseRule: written.caseRule ?? defaultCaseRule(written.preferred, kind),
    weight: candidate.weight ?? 2,
    ...(candidate.expansion === undefined ? {} : { expansion: candidate.expansion }),
  }
  return { ...entry, caseRule: safeCaseRule(entry, making) }
}

/** "OXYCONTIN" is written as the layers below write it, OxyContin, where they know it. */
function asWrittenBelow(
  candidate: Candidate,
  locale: EntryLocale,
  { known }: EntryMaking,
): { readonly form: string; readonly preferred: string; readonly caseRule: CaseRule | undefined } {
  const { form, preferred = form, caseRule } = candidate
  const below = candidate.allCapitals ? known(form, locale) : null
  const language = languageOf(locale)
  if (below && foldForm(below.preferred, language) === foldForm(form, language)) {
    return { form: below.preferred, preferred: below.preferred, caseRule: below.caseRule }
  }
  return { form, preferred, caseRule }
}

function defaultCaseRule(preferred: string, kind: LexiconClass): CaseRule {
  if (!/\p{Lu}/u.test(preferred)) return 'lower'
  // Capitals inside a substance's name are a warning (acetaZOLAMIDE), not how a text writes it.
  return kind === 'drug-ingredient' ? 'kept' : 'exact'
}

/** What may be an everyday word is not written over one, whatever the list says. */
function safeCaseRule(entry: LexiconEntry, { everyday }: EntryMaking): CaseRule {
  const { form, preferred, caseRule } = entry
  const language = languageOf(entry.locale)
  const folded = foldForm(form, language)
  if (caseRule === 'spelled' || caseRule === 'kept' || folded.includes(' ')) return caseRule
  const spellings = everyday[language](folded)
  const own = preferred.toLowerCase()
  const isDoubtful =
    caseRule === 'exact' ? spellings.size > 0 : [...spellings].some((word) => word !== own)
  if (!isDoubtful) return caseRule
  return entry.class === 'abbreviation' ? 'spelled' : 'kept'
}

export function languageOf(locale: EntryLocale): 'en' | 'fr' {
  return locale.startsWith('fr') ? 'fr' : 'en'
}
