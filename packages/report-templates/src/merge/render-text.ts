import type { BlankReason, Run, Source, TracedText, WordRange } from '@plume/transcript'
import { spokenForm } from '../macros/spoken-form.ts'
import {
  type Condition,
  fieldSources,
  type Template,
  type TemplateField,
  type TemplateText,
  type TextPart,
} from '../template.ts'
import type { FilledFields } from './fill-fields.ts'
import { knownFact, type MergeContext, writtenFact } from './known-facts.ts'
import { sentenceStarts } from './sentences.ts'

/** What a template's own text is written from. */
export type Filling = {
  readonly template: Template
  readonly context: MergeContext
  readonly fields: FilledFields
}

type Item =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'runs'; readonly runs: TracedText; readonly field: string | null }
  /** An optional field without a value: what it stands in is left out. */
  | { readonly kind: 'missing' }

/** One sentence or line of a template's text. */
export type Statement = {
  /** The white space between it and the one before. */
  readonly before: string
  readonly items: readonly Item[]
  /** Fields whose values it shows. */
  readonly shows: readonly string[]
}

export const blankRun = (reason: BlankReason, over?: WordRange | null): Run => ({
  text: '____',
  source: { kind: 'blank', reason, ...(over ? { over } : {}) },
})

/** Whether a condition holds; null where nobody knows. */
export function isMet({ of, is }: Condition, filling: Filling): boolean | null {
  const value = knownValue(of, filling)
  if (is === null) return value !== null
  return value === null ? null : spokenForm(value) === spokenForm(is)
}

function knownValue(name: string, { template, context, fields }: Filling): string | null {
  const field = template.fields.find(({ id }) => id === name)
  const source =
    field?.kind === 'known' ? field.from : fieldSources.find((each) => !field && each === name)
  if (source) return knownFact(source, context)
  const filled = fields.get(name)
  return filled?.kind === 'value' ? filled.text.map(({ text }) => text).join('') : null
}

/** A template's text as its statements, conditions decided; those that show a missing optional field are left out. */
export function statementsOf(text: TemplateText, filling: Filling): readonly Statement[] {
  const items = decide(text, filling)
  // One character stands for what is not text while the sentences are looked for.
  const shown = items.map((item) => (item.kind === 'text' ? item.text : '\uFFFC'))
  const whole = shown.join('')
  const starts = sentenceStarts(whole)
  const cut: { item: Item; at: number }[][] = starts.map(() => [])
  let at = 0
  let statement = 0
  for (const [index, item] of items.entries()) {
    let rest = shown[index] ?? ''
    while (rest !== '') {
      while ((starts[statement + 1] ?? Number.POSITIVE_INFINITY) <= at) statement += 1
      const room = (starts[statement + 1] ?? Number.POSITIVE_INFINITY) - at
      const head = rest.slice(0, room)
      cut[statement]?.push({ item: item.kind === 'text' ? { kind: 'text', text: head } : item, at })
      rest = rest.slice(head.length)
      at += head.length
    }
  }
  return cut
    .map((pieces, index) => statementFrom(pieces, gapBefore(whole, starts[index] ?? 0)))
    .filter(({ items: own }) => own.length > 0 && own.every(({ kind }) => kind !== 'missing'))
}

function gapBefore(whole: string, start: number): string {
  const before = whole.slice(0, start)
  return before.slice(before.trimEnd().length)
}

function statementFrom(pieces: readonly { readonly item: Item }[], before: string): Statement {
  const items = pieces.map(({ item }) => item)
  const last = items.at(-1)
  // The white space after it goes with the next one.
  if (last?.kind === 'text') {
    const text = last.text.trimEnd()
    items.splice(-1, 1, ...(text === '' ? [] : [{ kind: 'text', text } as const]))
  }
  const shows = items.flatMap((item) => (item.kind === 'runs' && item.field ? [item.field] : []))
  return { before, items, shows }
}

function decide(text: TemplateText, filling: Filling): readonly Item[] {
  return text.flatMap((part) => itemsOf(part, filling))
}

function itemsOf(part: TextPart, filling: Filling): readonly Item[] {
  switch (part.kind) {
    case 'text':
      return [part]
    case 'field':
      return [fieldItem(part.id, filling)]
    case 'fact': {
      const fact = writtenFact(part.from, filling.context, filling.template.locale)
      const run: Run = fact
        ? { text: fact, source: { kind: 'context', field: part.from } }
        : blankRun('not-dictated')
      return [{ kind: 'runs', runs: [run], field: null }]
    }
    case 'if': {
      const answer = isMet(part.condition, filling)
      if (answer !== null) return decide(answer ? part.met : part.otherwise, filling)
      return mayBeLeftOut(part.condition, filling) ? [] : unknown(part.met)
    }
  }
}

/** An optional field that nobody mentioned: neither branch is anybody's claim. */
function mayBeLeftOut({ of }: Condition, { template }: Filling): boolean {
  const field = template.fields.find(({ id }) => id === of)
  return field !== undefined && field.kind !== 'known' && !field.required
}

/** A blank in place of a branch, which may be lines of its own. */
function unknown(branch: TemplateText): readonly Item[] {
  const last = branch.at(-1)
  const isLines = last?.kind === 'text' && last.text.endsWith('\n')
  return [
    { kind: 'runs', runs: [blankRun('condition-unknown')], field: null },
    ...(isLines ? [{ kind: 'text', text: '\n' } as const] : []),
  ]
}

function fieldItem(id: string, filling: Filling): Item {
  const field = filling.template.fields.find((each) => each.id === id)
  const runs = field ? fieldRuns(field, filling) : []
  if (runs.length === 0) return { kind: 'missing' }
  const isFilled = filling.fields.get(id)?.kind === 'value'
  return { kind: 'runs', runs, field: isFilled ? id : null }
}

/** What a field shows: its value, a blank with its reason, or, where it may be left out, nothing. */
export function fieldRuns(
  field: TemplateField,
  { template, context, fields }: Filling,
): TracedText {
  const missing = field.required ? [blankRun('not-dictated')] : []
  if (field.kind === 'known') {
    const fact = writtenFact(field.from, context, template.locale)
    return fact ? [{ text: fact, source: { kind: 'context', field: field.from } }] : missing
  }
  const filled = fields.get(field.id)
  if (!filled) return missing
  if (filled.kind === 'problem') return [blankRun(filled.reason, filled.over)]
  const [unit] = field.kind === 'number' ? field.units : []
  if (unit === undefined || filled.hasUnit) return filled.text
  const gap = unit === '%' && template.locale.startsWith('en') ? '' : '\u00A0'
  return [...filled.text, { text: gap + unit, source: sourceOf(template) }]
}

/** What a run of a template's own text names as its source. */
export function sourceOf(
  template: Template,
  more: { readonly default?: true; readonly over?: WordRange } = {},
): Extract<Source, { kind: 'template' }> {
  return { kind: 'template', template: template.id, version: template.version, ...more }
}

/** Statements as text; what the template itself says has this source. */
export function writeStatements(
  statements: readonly Statement[],
  source: Extract<Source, { kind: 'template' }>,
): TracedText {
  const runs: Run[] = []
  const add = (run: Run) => {
    const last = runs.at(-1)
    if (last?.source === source && run.source === source) {
      runs[runs.length - 1] = { text: last.text + run.text, source }
    } else if (run.text !== '') runs.push(run)
  }
  for (const [index, { before, items }] of statements.entries()) {
    if (index > 0) add({ text: before === '' ? ' ' : before, source })
    for (const item of items) {
      if (item.kind === 'text') add({ text: item.text, source })
      else if (item.kind === 'runs') for (const run of item.runs) add(run)
    }
  }
  return runs
}
