import type { CaseRule, EntryLocale, EntryStatus, LexiconClass } from '../lexicon-entry.ts'

/** What a line of somebody's list says, before a person has said what class its category is. */
export type Candidate = {
  readonly line: number
  /** What the list calls this kind of word: a column, a term type, a part of speech. */
  readonly category: string
  readonly form: string
  readonly preferred?: string
  /** Where the list says it; otherwise the person who imports does. */
  readonly locale?: EntryLocale
  readonly spoken?: readonly string[]
  readonly caseRule?: CaseRule
  readonly weight?: number
  readonly expansion?: string
  readonly status?: EntryStatus
  /** True where the list is written in capitals throughout, so that they say nothing. */
  readonly allCapitals?: boolean
}

export type Rejection = { readonly line: number; readonly reason: RejectionReason }

export type RejectionReason =
  | 'no-form'
  | 'too-short'
  | 'too-long'
  | 'too-few-columns'
  | 'control-characters'
  | 'unknown-locale'
  | 'unknown-status'
  | 'unknown-case-rule'
  | 'unknown-weight'
  | 'not-an-entry'
  | 'too-many-forms'

export type ImportItem =
  | { readonly candidate: Candidate }
  | { readonly rejected: Rejection }
  /** A line that is well formed and not for us: a product for animals, an inactive term. */
  | { readonly leftOut: string }

/** A line, or a row of cells, with its number in the file, counted from 1. */
export type Row = { readonly line: number; readonly cells: readonly string[] }

/** A category and the class that it most likely is; a person confirms or changes it. */
export type Suggested = LexiconClass | 'ignore'

/** Longer than any term that somebody says in one breath. */
export const maxFormLength = 200

/** The candidate, or why its form can be none. */
export function checked(candidate: Candidate): ImportItem {
  const form = candidate.form.normalize('NFC').trim().replace(/\s+/g, ' ')
  const rejected = (reason: RejectionReason) => ({ rejected: { line: candidate.line, reason } })
  if (form === '' || !/[\p{L}\p{N}]/u.test(form)) return rejected('no-form')
  // One letter is a thousand things.
  if (/^\p{L}$/u.test(form)) return rejected('too-short')
  if (form.length > maxFormLength) return rejected('too-long')
  if (/[\p{Cc}\uFFFD]/u.test(form + (candidate.preferred ?? ''))) {
    return rejected('control-characters')
  }
  return { candidate: { ...candidate, form } }
}

/** French or English, as lists name them: `en`, `ENG`, `fr-CA`, `FRE`; null for any other language. */
export function localeNamed(name: string): EntryLocale | null {
  const plain = name.trim().toLowerCase().replace('_', '-')
  const known: Readonly<Record<string, EntryLocale>> = {
    en: 'en',
    eng: 'en',
    english: 'en',
    'en-ca': 'en-CA',
    'en-us': 'en-US',
    fr: 'fr',
    fre: 'fr',
    fra: 'fr',
    french: 'fr',
    'fr-ca': 'fr-CA',
    'fr-fr': 'fr-FR',
  }
  return known[plain] ?? null
}
