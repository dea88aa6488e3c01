import type { Placement, ReportSection, TracedText } from '@plume/transcript'
import type { Template, TemplateSection } from '../template.ts'
import { normalTextAsked } from './normal-text.ts'
import {
  blankRun,
  type Filling,
  isMet,
  type Statement,
  sourceOf,
  statementsOf,
  writeStatements,
} from './render-text.ts'

/** What was dictated for a section, stretch by stretch. */
export type DictatedStretch = { readonly placed: Placement; readonly text: TracedText }

/** What the template says in a section; null where its condition is not met, or nobody knows. */
export function ownStatements(
  { condition, normal }: TemplateSection,
  filling: Filling,
): readonly Statement[] | null {
  return condition && !isMet(condition, filling) ? null : statementsOf(normal, filling)
}

/** A section of the report; null for one that its condition leaves out and nobody dictated. */
export function fillSection(
  section: TemplateSection,
  said: readonly DictatedStretch[],
  statements: readonly Statement[] | null,
  filling: Filling,
): ReportSection | null {
  const isUnknown =
    statements === null && section.condition && isMet(section.condition, filling) === null
  if (statements === null && said.length === 0 && !isUnknown) return null
  const { text, placed } = statements
    ? sectionText(section, said, statements, filling)
    : withoutNormal(section, said, filling)
  const { id, heading, required, level, loinc } = section
  return {
    id,
    heading,
    required,
    text,
    ...(loinc !== null && { loinc }),
    ...(level !== 1 && { level }),
    ...(placed && { placed }),
  }
}

type Filled = { readonly text: TracedText; readonly placed: Placement | null }

function sectionText(
  section: TemplateSection,
  said: readonly DictatedStretch[],
  statements: readonly Statement[],
  filling: Filling,
): Filled {
  const dictated = joinStretches(said, filling.template)
  const filled = statements.filter(({ shows }) => shows.length > 0)
  if (dictated.length > 0) {
    const normal = normalTextAsked(dictated, statements, filling)
    return { text: normal ?? afterFields(filled, dictated, filling), placed: leastSure(said) }
  }
  if (filled.length > 0) {
    const needed = statements.filter((each) => each.shows.length > 0 || hasBlank(each))
    return { text: writeStatements(needed, sourceOf(filling.template)), placed: leastSure(said) }
  }
  if (section.required) return { text: [blankRun('not-dictated')], placed: null }
  if (statements.length === 0) return { text: [], placed: null }
  const source = sourceOf(filling.template, { default: true })
  return { text: writeStatements(statements, source), placed: 'default' }
}

/** A section whose condition nobody can answer: what was said stays, what the template would say is asked for. */
function withoutNormal(
  section: TemplateSection,
  said: readonly DictatedStretch[],
  filling: Filling,
): Filled {
  const dictated = joinStretches(said, filling.template)
  if (dictated.length > 0) return { text: dictated, placed: leastSure(said) }
  const isAsked = section.required || section.normal.length > 0
  return { text: isAsked ? [blankRun('condition-unknown')] : [], placed: null }
}

const hasBlank = ({ items }: Statement) =>
  items.some((item) => item.kind === 'runs' && item.runs.some((run) => run.source.kind === 'blank'))

/** Statements that show values, then what was dictated beside them. */
function afterFields(
  filled: readonly Statement[],
  dictated: TracedText,
  filling: Filling,
): TracedText {
  if (filled.length === 0) return dictated
  const source = sourceOf(filling.template)
  return [...writeStatements(filled, source), { text: '\n\n', source }, ...dictated]
}

/** The stretches as paragraphs, with the borders marked as the template's. */
export function joinStretches(
  said: readonly { readonly text: TracedText }[],
  template: Template,
): TracedText {
  const border = { text: '\n\n', source: sourceOf(template) }
  return said.flatMap(({ text }, index) => (index === 0 ? text : [border, ...text]))
}

/** The least sure of the ways in which a section got its text: it is the one to be looked at. */
function leastSure(said: readonly DictatedStretch[]): Placement | null {
  const ways: readonly Placement[] = ['cue', 'order', 'alias', 'heading']
  return ways.find((way) => said.some(({ placed }) => placed === way)) ?? null
}
