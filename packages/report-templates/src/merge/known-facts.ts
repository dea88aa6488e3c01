import type { Locale } from '@plume/transcript'
import type { KeptMacro } from '../macros/macro.ts'
import type { FieldSource } from '../template.ts'

/** What is known about the dictation beside its words. */
export type MergeContext = {
  readonly patient: {
    readonly id: string
    readonly name?: string
    readonly birthDate?: string
    readonly sex?: string
  } | null
  readonly order: {
    readonly accession?: string
    readonly visit?: string
    readonly date?: string
    readonly requestedBy?: string
  } | null
  readonly author: { readonly displayName: string }
  /** ISO 8601. */
  readonly receivedAt: string
  /** That may be asked for by name: the author's own, then the site's. */
  readonly macros?: readonly KeptMacro[]
}

/** A fact as a report writes it, or null where it is not known. */
export function writtenFact(from: FieldSource, context: MergeContext, locale: Locale) {
  const fact = knownFact(from, context)
  if (fact === null) return null
  switch (from) {
    case 'patient.birthDate':
    case 'order.date':
    case 'dictation.date':
      return writtenDate(fact, locale)
    case 'patient.sex':
      return writtenSex(fact, locale)
    default:
      return fact
  }
}

/** A fact as its record gives it: what a condition asks about. */
export function knownFact(from: FieldSource, context: MergeContext): string | null {
  const { patient, order, author, receivedAt } = context
  const facts: Readonly<Record<FieldSource, string | undefined>> = {
    'patient.name': patient?.name,
    'patient.id': patient?.id,
    'patient.birthDate': patient?.birthDate,
    'patient.sex': patient?.sex === 'unknown' ? undefined : patient?.sex,
    'order.accession': order?.accession,
    'order.visit': order?.visit,
    'order.date': order?.date,
    'order.requestedBy': order?.requestedBy,
    'author.name': author.displayName,
    'dictation.date': receivedAt.slice(0, 10),
  }
  return facts[from]?.trim() || null
}

const sexes = {
  en: { female: 'Female', male: 'Male', other: 'Other' },
  fr: { female: 'Féminin', male: 'Masculin', other: 'Autre' },
} as const

/** Unknown is not a sex: the field stays empty rather than say so. */
function writtenSex(sex: string, locale: Locale): string | null {
  const words: Readonly<Record<string, string>> = locale.startsWith('fr') ? sexes.fr : sexes.en
  return words[sex] ?? null
}

/** A calendar date in words: "March 3, 2024", « 3 mars 2024 ». No time zone can move it. */
function writtenDate(isoDate: string, locale: Locale): string {
  const date = new Date(`${isoDate}T00:00:00Z`)
  // A day that no calendar has is shown as it was given, not moved to one that there is.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(isoDate)) return isoDate
  return (
    dateFormat(locale)
      .format(date)
      // French writes the first of a month as an ordinal (OQLF); Intl does not.
      .replace(/^1 (?=\p{L})/u, '1er ')
  )
}

const dateFormats = new Map<Locale, Intl.DateTimeFormat>()

/** To make one costs more than a whole merge. */
function dateFormat(locale: Locale): Intl.DateTimeFormat {
  const known = dateFormats.get(locale)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  dateFormats.set(locale, made)
  return made
}
