import { foldForm, foldLetters } from '../fold-form.ts'
import type { CaseRule, EntryLocale, LexiconClass, LexiconEntry } from '../lexicon-entry.ts'
import { asProperName, asSubstance, isAllCapitals } from './drug-name.ts'
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
  const written = writtenForm(candidate, kind, locale, making)
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

type Written = {
  readonly form: string
  readonly preferred: string
  readonly caseRule: CaseRule | undefined
}

/** "OXYCONTIN" and "oxycontin" are written as the layers below write it, OxyContin, where they know it. */
function writtenForm(
  candidate: Candidate,
  kind: LexiconClass,
  locale: EntryLocale,
  { known }: EntryMaking,
): Written {
  const { preferred, caseRule } = candidate
  const isShouted = candidate.allCapitals || (isShouting(candidate.form) && kind !== 'abbreviation')
  const form = inOwnLetters(candidate.form, kind)
  const below = preferred === undefined ? known(form, locale) : null
  if (below && (isShouted || isBarer(form, below.preferred)) && isSame(form, below, locale)) {
    return { form: below.preferred, preferred: below.preferred, caseRule: below.caseRule }
  }
  const isUnknown = isShouted && !candidate.allCapitals && !kind.startsWith('drug-')
  const rest = isUnknown ? 'kept' : undefined
  return { form, preferred: preferred ?? form, caseRule: caseRule ?? rest }
}

/** Small letters, and no accent that the other has not: the list gives its words bare. */
function isBarer(form: string, full: string): boolean {
  return form === form.toLowerCase() && (form === full.toLowerCase() || form === foldLetters(form))
}

function isSame(form: string, below: LexiconEntry, locale: EntryLocale): boolean {
  const language = languageOf(locale)
  return foldForm(below.preferred, language) === foldForm(form, language)
}

/** Capitals throughout, and too long for an abbreviation. */
function isShouting(form: string): boolean {
  return isAllCapitals(form) && /\p{L}{4}/u.test(form)
}

/** A brand in capitals as a name, a substance in small letters. */
function inOwnLetters(form: string, kind: LexiconClass): string {
  if (kind === 'drug-brand' && isShouting(form)) return asProperName(form)
  if (kind !== 'drug-ingredient') return form
  if (isShouting(form)) return asSubstance(form)
  // A list that begins each line with a capital.
  return /^\p{Lu}[^\p{Lu}]*$/u.test(form) ? form.charAt(0).toLowerCase() + form.slice(1) : form
}

function defaultCaseRule(preferred: string, kind: LexiconClass): CaseRule {
  if (!/\p{Lu}/u.test(preferred)) return 'lower'
  const mayWarn = kind === 'term' || kind.startsWith('drug-')
  return mayWarn && isTallMan(preferred) ? 'kept' : 'exact'
}

/** Capitals inside a name are a warning (acetaZOLAMIDE, CISplatin), not how a text writes it. */
function isTallMan(text: string): boolean {
  return /\p{Ll}\p{Lu}{2}|\p{Lu}{3}\p{Ll}{3}/u.test(text)
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
