import type {
  Placement,
  ReportField,
  ReportSection,
  ReportText,
  Run,
  TracedText,
  WrittenPart,
} from '@plume/transcript'
import { spokenNames } from '../language/parse-body.ts'
import { spokenForm } from '../macros/spoken-form.ts'
import type { Template } from '../template.ts'
import type { MergeContext } from './known-facts.ts'
import { headFieldsOf, mergeReport, reportField } from './merge-report.ts'

/**
 * A report, edited or not, in the frame of another template, or of another version of its own. Every word that was
 * dictated or typed is kept with its source: in the section of the same id or name, by its cue or order where
 * that is what placed it before, and otherwise as unplaced text under its old heading. Facts are written anew from
 * the context; what the old template said by itself gives way to what the new one says.
 */
export function changeTemplate(
  report: ReportText,
  template: Template,
  context: MergeContext,
): ReportText {
  const sections = report.sections.filter(({ text }) => !isUntouched(text))
  const parts = sections.map((section) => partOf(section, report, template))
  const unplaced = report.unplaced.length > 0 ? [partWithout(report.unplaced)] : []
  const merged = mergeReport({ parts: [...parts, ...unplaced], dropped: [] }, template, context)
  const { fields, homeless } = carryFields(report, merged, template)
  const letter = carryLetter(report, merged)
  return {
    ...merged,
    fields,
    sections: merged.sections.map((section) => asPlacedBefore(section, sections, template)),
    unplaced: joined([merged.unplaced, ...homeless, ...letter.homeless], report),
    addenda: report.addenda,
    ...letter.texts,
  }
}

/** Nobody dictated or typed any of it: the template's own text, and blanks that ask for something. */
function isUntouched(text: TracedText): boolean {
  return text.every(
    ({ source }) =>
      (source.kind === 'template' && source.default === true) ||
      (source.kind === 'blank' && source.over === undefined),
  )
}

/** No section has this id: the part is not placed. */
const nowhere = ''

const partWithout = (text: TracedText): WrittenPart => ({
  sectionId: nowhere,
  headingWords: null,
  text,
})

function partOf(section: ReportSection, report: ReportText, template: Template): WrittenPart {
  const same = sameSection(section, template)
  if (same !== null) return { sectionId: same, headingWords: null, text: section.text }
  if (section.placed === 'cue' || section.placed === 'order') {
    return { sectionId: null, headingWords: null, text: section.text }
  }
  return partWithout([labelRun(`${section.heading}\n`, report), ...section.text])
}

/** The id of the new template's section that has this one's id, or answers to its heading. */
function sameSection({ id, heading }: ReportSection, { sections }: Template): string | null {
  const name = spokenForm(heading)
  const found =
    sections.find((each) => each.id === id) ??
    sections.find((each) =>
      spokenNames(each.heading, each.aliases).some((other) => spokenForm(other) === name),
    )
  return found?.id ?? null
}

/** A section says what placed its text at first: moving it made no guess surer. */
function asPlacedBefore(
  section: ReportSection,
  before: readonly ReportSection[],
  template: Template,
): ReportSection {
  const old = before.filter((each) => sameSection(each, template) === section.id)
  if (old.length === 0) return section
  const { placed: _, ...rest } = section
  const ways: readonly Placement[] = ['cue', 'order', 'alias', 'heading']
  const placed = ways.find((way) => old.some((each) => each.placed === way))
  return placed ? { ...rest, placed } : rest
}

type Carried<Texts> = Texts & {
  /** What the new template has no place for. */
  readonly homeless: readonly TracedText[]
}

/** What was dictated or typed in fields, in the field of the same id or label. */
function carryFields(
  report: ReportText,
  merged: ReportText,
  template: Template,
): Carried<{ readonly fields: readonly ReportField[] }> {
  const own = report.fields.filter(({ text }) => hasOwnWords(text))
  const carried = new Set<ReportField>()
  const fields = headFieldsOf(template).flatMap((field): readonly ReportField[] => {
    const { id, label } = field
    const old =
      own.find((field) => field.id === id) ??
      own.find((field) => spokenForm(field.label) === spokenForm(label))
    if (old) carried.add(old)
    const text = old?.text ?? merged.fields.find((field) => field.id === id)?.text
    return text ? [reportField(field, text, template)] : []
  })
  const homeless = own
    .filter((field) => !carried.has(field))
    .map(({ label, text }) => [labelRun(`${label}: `, report), ...text])
  return { fields, homeless }
}

const letterTexts = ['salutation', 'closing'] as const
const letterLines = ['letterhead', 'signatureBlock'] as const

/** What somebody typed around the sections, and the recipients that were chosen. */
function carryLetter(
  report: ReportText,
  merged: ReportText,
): Carried<{ readonly texts: Partial<ReportText> }> {
  const texts: { -readonly [part in keyof ReportText]?: ReportText[part] } = {}
  const homeless: TracedText[] = []
  for (const part of letterTexts) {
    const text = report[part]
    if (!text || !(hasOwnWords(text) || isOfDirectory(text))) continue
    if (merged[part]) texts[part] = text
    else homeless.push(text)
  }
  for (const part of letterLines) {
    const lines = report[part]
    if (!lines?.some(hasOwnWords)) continue
    if (merged[part]) texts[part] = lines
    else homeless.push(...lines.filter(hasOwnWords))
  }
  const { recipients } = report
  if (merged.layout === 'letter' && recipients && recipients.length > 0) {
    texts.recipients = recipients
  }
  return { texts, homeless }
}

/** It was chosen with the recipients, and goes where they go. */
function isOfDirectory(text: TracedText): boolean {
  return text.some(
    ({ source }) => source.kind === 'context' && /^correspondent\./.test(source.field),
  )
}

function hasOwnWords(text: TracedText): boolean {
  return text.some(
    ({ source }) =>
      source.kind === 'dictated' ||
      source.kind === 'typed' ||
      (source.kind !== 'context' && source.over !== undefined),
  )
}

const labelRun = (text: string, { template }: ReportText): Run => ({
  text,
  source: { kind: 'template', template: template.id, version: template.version },
})

function joined(texts: readonly TracedText[], report: ReportText): TracedText {
  return texts
    .filter((text) => text.length > 0)
    .flatMap((text, index) => (index === 0 ? text : [labelRun('\n\n', report), ...text]))
}
