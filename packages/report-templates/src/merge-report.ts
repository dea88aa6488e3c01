import type {
  Locale,
  ReportField,
  ReportText,
  Run,
  SpokenHeading,
  TracedText,
  WrittenDictation,
} from '@plume/transcript'
import { spokenNames } from './parse-sections.ts'
import type { FieldSource, Template } from './template.ts'

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
}

const blank: Run = { text: '____', source: { kind: 'blank' } }

/** The headings that a template's sections answer to. */
export function spokenHeadings(template: Template): readonly SpokenHeading[] {
  return template.sections.map((section) => ({
    sectionId: section.id,
    aliases: spokenNames(section),
  }))
}

export function findTemplate(
  templates: readonly Template[],
  id: string,
  locale: Locale,
): Template | null {
  return templates.find((template) => template.id === id && template.locale === locale) ?? null
}

/**
 * Puts dictated text in a template's sections. Text under no heading goes to the opening section, if
 * the template has one; text that fits nowhere is kept as unplaced. Nothing dictated is dropped.
 */
export function mergeReport(
  written: WrittenDictation,
  template: Template,
  context: MergeContext,
): ReportText {
  const bySection = new Map<string, TracedText[]>()
  const unplaced: TracedText[] = []
  for (const { sectionId, text } of written.parts) {
    if (text.length === 0) continue
    const place = template.sections.find(({ id }) => id === (sectionId ?? template.opening))
    if (place) bySection.set(place.id, [...(bySection.get(place.id) ?? []), text])
    else unplaced.push(text)
  }
  return {
    template: { id: template.id, version: template.version, locale: template.locale },
    title: template.title,
    fields: template.fields.flatMap((field): readonly ReportField[] => {
      const value = fieldValue(field.from, context, template.locale)?.trim() || null
      if (value === null && !field.required) return []
      const run: Run =
        value === null ? blank : { text: value, source: { kind: 'context', field: field.from } }
      return [{ id: field.id, label: field.label, text: [run] }]
    }),
    sections: template.sections.map(({ id, heading, required }) => {
      const text = joinParagraphs(bySection.get(id) ?? [], template)
      return { id, heading, required, text: text.length === 0 && required ? [blank] : text }
    }),
    unplaced: joinParagraphs(unplaced, template),
    addenda: [],
  }
}

function joinParagraphs(texts: readonly TracedText[], template: Template): TracedText {
  const border: Run = {
    text: '\n\n',
    source: { kind: 'template', template: template.id, version: template.version },
  }
  return texts.flatMap((text, index) => (index === 0 ? text : [border, ...text]))
}

const sexes = {
  en: { female: 'Female', male: 'Male', other: 'Other' },
  fr: { female: 'Féminin', male: 'Masculin', other: 'Autre' },
} as const

function fieldValue(from: FieldSource, context: MergeContext, locale: Locale): string | null {
  const { patient, order, author, receivedAt } = context
  switch (from) {
    case 'patient.name':
      return patient?.name ?? null
    case 'patient.id':
      return patient?.id ?? null
    case 'patient.birthDate':
      return patient?.birthDate ? writtenDate(patient.birthDate, locale) : null
    case 'patient.sex':
      return sexOf(patient?.sex, locale)
    case 'order.accession':
      return order?.accession ?? null
    case 'order.visit':
      return order?.visit ?? null
    case 'order.date':
      return order?.date ? writtenDate(order.date, locale) : null
    case 'order.requestedBy':
      return order?.requestedBy ?? null
    case 'author.name':
      return author.displayName
    case 'dictation.date':
      return writtenDate(receivedAt.slice(0, 10), locale)
  }
}

/** Unknown is not a sex: the field stays empty rather than say so. */
function sexOf(sex: string | undefined, locale: Locale): string | null {
  const words: Readonly<Record<string, string>> = locale.startsWith('fr') ? sexes.fr : sexes.en
  return sex === undefined ? null : (words[sex] ?? null)
}

/** A calendar date in words: "March 3, 2024", « 3 mars 2024 ». No time zone can move it. */
function writtenDate(isoDate: string, locale: Locale): string {
  const date = new Date(`${isoDate}T00:00:00Z`)
  // A day that no calendar has is shown as it was given, not moved to one that there is.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(isoDate)) return isoDate
  const form = { dateStyle: 'long', timeZone: 'UTC' } as const
  // French writes the first of a month as an ordinal (OQLF); Intl does not.
  return new Intl.DateTimeFormat(locale, form).format(date).replace(/^1 (?=\p{L})/u, '1er ')
}
