import type {
  Locale,
  Recipient,
  Recognition,
  ReportField,
  ReportText,
  TracedText,
  WrittenDictation,
} from '@plume/transcript'
import {
  type LetterPart,
  letterParts,
  type Template,
  type TemplateField,
  type TemplateSection,
  type TemplateText,
} from '../template.ts'
import { readFieldValues } from './fill-fields.ts'
import { type DictatedStretch, fillSection, joinStretches, ownStatements } from './fill-section.ts'
import { insertMacros } from './insert-macros.ts'
import { type MergeContext, writtenFact } from './known-facts.ts'
import { type PlacedText, placeParts } from './place-parts.ts'
import {
  type Filling,
  fieldRuns,
  type Statement,
  sourceOf,
  statementsOf,
  writeStatements,
} from './render-text.ts'

export function findTemplate(
  templates: readonly Template[],
  id: string,
  locale: Locale,
): Template | null {
  return templates.find((template) => template.id === id && template.locale === locale) ?? null
}

/**
 * Puts dictated text in a template's sections and fields. What fits nowhere is kept as unplaced; nothing dictated is
 * dropped: every run is in the report, or in a run that names its words. With the recognition at hand it also tells a
 * section's own heading from another name of it.
 */
export function mergeReport(
  written: WrittenDictation,
  template: Template,
  context: MergeContext,
  recognition?: Recognition,
): ReportText {
  const whole = insertMacros(written, context.macros ?? [], template.locale)
  const read = readFieldValues(placeParts(whole, template, recognition), template)
  const filling: Filling = { template, context, fields: read.fields }
  const sections = template.sections.map((section) => ({
    section,
    statements: ownStatements(section, filling),
  }))
  const letter = letterTexts(filling)
  const head = headFieldsOf(template)
  const shown = new Set([
    ...[...sections, ...letter].flatMap(({ statements }) => statements?.flatMap(showsOf) ?? []),
    ...head.map(({ id }) => id),
  ])
  const placed = read.without(shown)
  return {
    template: { id: template.id, version: template.version, locale: template.locale },
    title: template.title,
    fields: headFields(head, filling),
    sections: sections.flatMap(
      ({ section, statements }) =>
        fillSection(section, stretchesFor(section, placed), statements, filling) ?? [],
    ),
    unplaced: joinStretches(
      placed.filter(({ to }) => to === null),
      template,
    ),
    addenda: [],
    ...(template.layout !== 'report' && { layout: template.layout }),
    ...(template.code !== null && { code: template.code }),
    ...recipientsOf(filling),
    ...around(letter, template),
  }
}

const showsOf = ({ shows }: Statement) => shows

function stretchesFor(
  { id }: TemplateSection,
  placed: readonly PlacedText[],
): readonly DictatedStretch[] {
  return placed.flatMap(({ to, text }) =>
    to && 'section' in to && to.section === id ? [{ placed: to.placed, text }] : [],
  )
}

/** The fields that stand at the head of the report: those that no text of the template shows. */
export function headFieldsOf({
  fields,
  sections,
  around: texts,
}: Template): readonly TemplateField[] {
  const all = [...sections.map(({ normal }) => normal), ...Object.values(texts)]
  return fields.filter(
    ({ id, kind }) => kind === 'known' || !all.some((text) => mentions(text, id)),
  )
}

function mentions(text: TemplateText, id: string): boolean {
  return text.some((part) => {
    if (part.kind === 'field') return part.id === id
    return part.kind === 'if' && (mentions(part.met, id) || mentions(part.otherwise, id))
  })
}

/** A form shows the fields that are still empty, to be filled by hand. */
function headFields(head: readonly TemplateField[], filling: Filling): readonly ReportField[] {
  const isForm = filling.template.layout === 'form'
  return head.flatMap((field): readonly ReportField[] => {
    const text = fieldRuns(field, filling)
    return text.length > 0 || isForm ? [reportField(field, text, filling.template)] : []
  })
}

/** A field as a report states it; a form also says what there is to choose from. */
export function reportField(
  field: TemplateField,
  text: TracedText,
  { layout, locale }: Template,
): ReportField {
  const choices = layout === 'form' ? choicesOf(field, locale) : null
  return { id: field.id, label: field.label, text, ...(choices && { choices }) }
}

function choicesOf(field: TemplateField, locale: Locale): readonly string[] | null {
  if (field.kind === 'choice') return field.choices
  if (field.kind !== 'yes-no') return null
  return locale.startsWith('fr') ? ['oui', 'non'] : ['yes', 'no']
}

function recipientsOf({ template, context }: Filling): { readonly recipients?: Recipient[] } {
  if (template.recipients.length === 0) return {}
  const recipients = template.recipients.flatMap(({ role, name, lines }): readonly Recipient[] => {
    const known = typeof name === 'string' ? name : writtenFact(name.from, context, template.locale)
    return known === null ? [] : [{ role, name: known, lines }]
  })
  return { recipients }
}

type LetterText = { readonly part: LetterPart; readonly statements: readonly Statement[] }

function letterTexts(filling: Filling): readonly LetterText[] {
  return letterParts.flatMap((part) => {
    const text = filling.template.around[part]
    return text ? [{ part, statements: statementsOf(text, filling) }] : []
  })
}

/** Letterhead and signature block are lines; salutation and closing are a text each. */
function around(letter: readonly LetterText[], template: Template): Partial<ReportText> {
  const source = sourceOf(template)
  const texts: { -readonly [part in keyof ReportText]?: ReportText[part] } = {}
  for (const { part, statements } of letter) {
    if (part === 'salutation' || part === 'closing') {
      texts[part] = writeStatements(statements, source)
    } else {
      texts[part === 'signature' ? 'signatureBlock' : 'letterhead'] = linesOf(statements).map(
        (line) => writeStatements(line, source),
      )
    }
  }
  return texts
}

function linesOf(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const lines: Statement[][] = []
  for (const statement of statements) {
    const last = lines.at(-1)
    if (last && !statement.before.includes('\n')) last.push(statement)
    else lines.push([statement])
  }
  return lines
}
