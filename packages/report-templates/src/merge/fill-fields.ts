import {
  type BlankReason,
  coalesce,
  type Locale,
  type RuleApplication,
  slice,
  type TracedText,
  textOf,
  type WordRange,
} from '@plume/transcript'
import { spokenForm } from '../macros/spoken-form.ts'
import type { DictatedField, Template } from '../template.ts'
import type { PlacedText } from './place-parts.ts'
import { type ReadValue, readValue } from './read-value.ts'
import { cutAt, sentenceStarts, trimEnd, wordsSaid } from './sentences.ts'
import { type NameIndex, nameAt, namesOnce, type Token, tokensOf } from './spoken-tokens.ts'

/** What the dictation says for a field: its text, or why there is none. */
export type FilledField =
  | { readonly kind: 'value'; readonly text: TracedText; readonly hasUnit: boolean }
  | { readonly kind: 'problem'; readonly reason: BlankReason; readonly over: WordRange | null }

export type FilledFields = ReadonlyMap<string, FilledField>

/** One value said for one field. */
type Reading = {
  readonly field: DictatedField
  readonly read: ReadValue
  /** The words "label is value" and where they stand; the value begins `valueAt` in them. */
  readonly clause: TracedText
  readonly valueAt: number
}

/** Moves a value into its field, from the clause that said it. */
const fieldRule = 'template.field'

type Sentence = {
  readonly text: TracedText
  readonly readings: readonly Reading[]
  /** It says values of fields and nothing else. */
  readonly isAllFields: boolean
}

/** Stretches of dictation with the values found in them. */
export type ReadFields = {
  readonly fields: FilledFields
  /** The stretches without the sentences that say nothing but values of these fields: they went into them. */
  without(fieldIds: ReadonlySet<string>): readonly PlacedText[]
}

/**
 * Finds what the dictation says for a template's fields: "ejection fraction is 55 %". A value that is out of range,
 * has another unit, or is said twice and differently leaves a blank that says why.
 */
export function readFieldValues(placed: readonly PlacedText[], template: Template): ReadFields {
  const dictated = dictatedFields(template)
  if (dictated.length === 0) return { fields: new Map(), without: () => placed }
  const names = fieldNames(template)
  const sentences = placed.map(({ text }) => readSentences(text, names, template.locale))
  const readings = sentences.flat().flatMap((sentence) => sentence.readings)
  const fields = headedTexts(placed)
  const chosen = new Set<Reading>()
  for (const field of dictated) {
    if (fields.has(field.id)) continue
    const own = readings.filter((reading) => reading.field === field)
    const filled = decide(own)
    if (!filled) continue
    fields.set(field.id, filled)
    if (filled.kind === 'value' && own[0]) chosen.add(own[0])
  }
  return { fields, without: (ids) => withoutTaken(placed, sentences, chosen, ids) }
}

const dictatedFields = ({ fields }: Template): readonly DictatedField[] =>
  fields.filter((field) => field.kind !== 'known')

const fieldNames = namesOnce((template) =>
  dictatedFields(template).flatMap((field) =>
    [field.label, ...field.spoken].map((name) => [name, field] as const),
  ),
)

/** A sentence is taken where each of its values is the one that its field shows; said again, it stays. */
function withoutTaken(
  placed: readonly PlacedText[],
  sentences: readonly (readonly Sentence[])[],
  chosen: ReadonlySet<Reading>,
  ids: ReadonlySet<string>,
): readonly PlacedText[] {
  const isTaken = ({ isAllFields, readings }: Sentence): boolean =>
    isAllFields && readings.every((each) => chosen.has(each) && ids.has(each.field.id))
  return placed.flatMap(({ to, text }, index): readonly PlacedText[] => {
    if (to && 'field' in to) return ids.has(to.field) ? [] : [{ to: null, text }]
    const own = sentences[index] ?? []
    const kept = own.filter((sentence) => !isTaken(sentence))
    if (kept.length === 0) return []
    return [kept.length === own.length ? { to, text } : { to, text: joined(kept) }]
  })
}

const joined = (sentences: readonly Sentence[]) =>
  trimEnd(coalesce(sentences.flatMap(({ text }) => text)))

/** A text said under a field's name as under a heading is the field's, whole. */
function headedTexts(placed: readonly PlacedText[]): Map<string, FilledField> {
  const fields = new Map<string, FilledField>()
  for (const { to, text } of placed) {
    if (!to || !('field' in to)) continue
    const before = fields.get(to.field)
    const known = before?.kind === 'value' ? before.text : []
    fields.set(to.field, { kind: 'value', text: [...known, ...text], hasUnit: true })
  }
  return fields
}

function decide(readings: readonly Reading[]): FilledField | null {
  const [first] = readings
  if (!first) return null
  const wrong = readings.find(({ read }) => read.problem !== null)
  if (wrong?.read.problem) return problem(wrong.read.problem, wrong)
  const said = new Set(readings.map((reading) => spokenForm(valueText(reading))))
  const last = readings.at(-1) ?? first
  if (said.size > 1) return problem('several-values', last)
  return { kind: 'value', text: wholeClause(first), hasUnit: first.read.hasUnit }
}

function problem(reason: BlankReason, { clause }: Reading): FilledField {
  return { kind: 'problem', reason, over: wordsSaid(clause) }
}

const valueRuns = ({ clause, valueAt, read }: Reading) =>
  slice(clause, valueAt, valueAt + read.length)
const valueText = (reading: Reading) => textOf(valueRuns(reading))

/** The value as one run that answers for its whole clause, the field's name with it; as it is, where a person wrote of it. */
function wholeClause(reading: Reading): TracedText {
  const value = valueRuns(reading)
  const words = wordsSaid(reading.clause)
  const [first, ...more] = value
  if (!words || first?.source.kind !== 'dictated') return value
  // It was moved before, with another template.
  if (first.source.rules.some(({ rule }) => rule === fieldRule)) return value
  const dictated = value.filter(({ source }) => source.kind === 'dictated')
  const text = dictated.map((run) => run.text).join('')
  const rules: RuleApplication[] = reading.clause.flatMap(({ source }) =>
    source.kind === 'dictated' ? source.rules : [],
  )
  const moved = { rule: fieldRule, before: textOf(reading.clause).trim(), after: text }
  return [
    { text, source: { kind: 'dictated', words, rules: [...rules, moved] } },
    ...more.filter(({ source }) => source.kind !== 'dictated'),
  ]
}

/** A stretch of text with its words. */
type Spoken = {
  readonly runs: TracedText
  readonly text: string
  readonly tokens: readonly Token[]
}

function spokenOf(runs: TracedText): Spoken {
  const text = textOf(runs)
  return { runs, text, tokens: tokensOf(text) }
}

function readSentences(
  text: TracedText,
  names: NameIndex<DictatedField>,
  locale: Locale,
): readonly Sentence[] {
  return cutAt(text, sentenceStarts(textOf(text))).map((runs) => {
    const sentence = spokenOf(runs)
    if (!sentence.tokens.some(({ form }) => names.has(form))) {
      return { text: runs, readings: [], isAllFields: false }
    }
    const whole = readClause(sentence, names, locale)
    const clauses = whole ? [whole] : readClauses(sentence, names, locale)
    if (clauses && wordsSaid(runs)) return { text: runs, readings: clauses, isAllFields: true }
    return { text: runs, readings: mentions(sentence, names, locale), isAllFields: false }
  })
}

/** "Heart rate 72, PR interval 160 ms and QRS 90 ms": each clause says one field, or it is no such sentence. */
function readClauses(
  { runs, text }: Spoken,
  names: NameIndex<DictatedField>,
  locale: Locale,
): readonly Reading[] | null {
  const borders = [...text.matchAll(/[,;]\s+(?:(?:and|et)\s+)?|\s(?:and|et)\s+/gi)]
  if (borders.length === 0) return null
  const starts = [0, ...borders.map(({ 0: border, index }) => index + border.length)]
  const readings: Reading[] = []
  for (const clause of cutAt(runs, starts)) {
    const reading = readClause(spokenOf(clause), names, locale)
    if (!reading || reading.field.kind === 'text') return null
    readings.push(reading)
  }
  return readings
}

/** A clause that says one field's name, its value, and nothing else. */
function readClause(
  { runs, text, tokens }: Spoken,
  names: NameIndex<DictatedField>,
  locale: Locale,
): Reading | null {
  const found =
    nameAt(names, tokens, 0) ??
    (articles.has(tokens[0]?.form ?? '') ? nameAt(names, tokens, 1) : null)
  if (!found) return null
  const reading = readAfter(text, tokens[found.to - 1]?.to ?? 0, found.meaning, locale)
  if (!reading) return null
  const rest = text.slice(reading.valueAt + reading.read.length)
  const isWhole = /^\s*(?:[.;,]|,?\s+(?:and|et))?\s*$/i.test(rest)
  return isWhole ? { ...reading, field: found.meaning, clause: runs } : null
}

/** Values said in the middle of prose; a text is none of them, for nobody knows where it ends. */
function mentions(
  { runs, text, tokens }: Spoken,
  names: NameIndex<DictatedField>,
  locale: Locale,
): readonly Reading[] {
  const found: Reading[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const name = nameAt(names, tokens, at)
    if (!name || name.meaning.kind === 'text') continue
    const after = readAfter(text, tokens[name.to - 1]?.to ?? 0, name.meaning, locale)
    if (!after) continue
    const from = tokens[at]?.from ?? 0
    const clause = slice(runs, from, after.valueAt + after.read.length)
    found.push({ ...after, valueAt: after.valueAt - from, field: name.meaning, clause })
    at = name.to - 1
  }
  return found
}

const articles: ReadonlySet<string> = new Set([
  'the',
  'an',
  'a',
  'le',
  'la',
  'les',
  'l',
  'un',
  'une',
])
/** Between the name of a field and its value. A "not" is none of these. */
const connector =
  /^(?:\s*[:=]\s*|,\s+|\s+(?:is|was|are|were|of|at|equals?|measures?|measured|est|était|sont|de|du|à|mesure|mesurée?)(?=\s))*\s*/i

function readAfter(
  text: string,
  nameTo: number,
  field: DictatedField,
  locale: Locale,
): Pick<Reading, 'read' | 'valueAt'> | null {
  const between = connector.exec(text.slice(nameTo))?.[0] ?? ''
  // A text needs more than its place to be a value: "Employer: …", "the employer is …".
  if (field.kind === 'text' && between.trim() === '') return null
  const valueAt = nameTo + between.length
  const read = between === '' ? null : readValue(field, text.slice(valueAt), locale)
  return read && { read, valueAt }
}
