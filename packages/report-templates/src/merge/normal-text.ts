import { type Run, slice, type TracedText, textOf, type WordRange } from '@plume/transcript'
import { generic, normalPhrases, samePart, sides, unspecific, verbs } from './normal-phrases.ts'
import { type Filling, type Statement, sourceOf, writeStatements } from './render-text.ts'
import { cutAt, sentenceStarts, trimEnd, wordsSaid } from './sentences.ts'
import { indexNames, nameAt, type Token, tokensOf } from './spoken-tokens.ts'

const phrases = indexNames([
  ...normalPhrases.whole.map((phrase) => [phrase, 'whole'] as const),
  ...normalPhrases.except.map((phrase) => [phrase, 'except'] as const),
])

/** Where in a dictated text all of the normal text is asked for. */
type Asked = {
  readonly words: WordRange
  /** The sentences around, and what was said after "except". */
  readonly others: readonly TracedText[]
}

/** In characters. */
const longestPhrase = 60

/** Whether a sentence begins by asking for the normal text. */
export function asksForNormal(tokens: readonly Token[]): boolean {
  return nameAt(phrases, tokens, 0) !== null
}

/**
 * The normal text, where the dictation asks for all of it, without the statements about what it says otherwise: "all
 * normal except the gallbladder contains stones". What was said stands where the first of them stood.
 *
 * Null where nothing is asked for, and where a sentence of what is said otherwise matches no statement: the normal text
 * could say the opposite, so the words stay as they were dictated.
 */
export function normalTextAsked(
  text: TracedText,
  statements: readonly Statement[],
  { template }: Filling,
): TracedText | null {
  const asked = findAsked(text)
  if (!asked || statements.length === 0) return null
  const source = sourceOf(template, { over: asked.words })
  if (asked.others.length === 0) return writeStatements(statements, source)

  const said = asked.others.map((other) => partsNamed(tokensOf(textOf(other))))
  const subjects = statements.map((statement) => ({ statement, ...subjectOf(statement) }))
  const about = said.map((parts) => subjects.filter((subject) => isAbout(subject, parts)))
  if (about.some((matched) => matched.length === 0)) return null
  const spoken = new Set(about.flat().map(({ statement }) => statement))
  const isOther = (statement: Statement) => spoken.has(statement) && statement.shows.length === 0
  const first = statements.findIndex(isOther)
  if (first === -1) return null
  const before = statements.slice(0, first)
  const after = withoutOthers(statements.slice(first + 1), isOther)
  if (before.length + after.length === 0) return null
  const border = (between: Statement | undefined): readonly Run[] =>
    between ? [{ text: between.before || ' ', source }] : []
  const others = asked.others.flatMap((other, index) => [
    ...(index === 0 ? [] : [{ text: ' ', source }]),
    ...trimEnd(other),
  ])
  return [
    ...writeStatements(before, source),
    ...(before.length > 0 ? border(statements[first]) : []),
    ...others,
    ...border(after[0]),
    ...writeStatements(after, source),
  ]
}

/** Statements left out leave their new line to the next one that stays. */
function withoutOthers(
  statements: readonly Statement[],
  isOther: (statement: Statement) => boolean,
): readonly Statement[] {
  const kept: Statement[] = []
  let line = ''
  for (const statement of statements) {
    const before = statement.before.includes('\n') ? statement.before : line || statement.before
    if (isOther(statement)) line = before.includes('\n') ? before : line
    else {
      kept.push({ ...statement, before })
      line = ''
    }
  }
  return kept
}

function findAsked(text: TracedText): Asked | null {
  const sentences = cutAt(text, sentenceStarts(textOf(text)))
  for (const [index, sentence] of sentences.entries()) {
    const whole = textOf(sentence)
    // Most sentences ask for nothing, as their first words show.
    if (!asksForNormal(tokensOf(whole.slice(0, longestPhrase)))) continue
    const tokens = tokensOf(whole)
    const found = nameAt(phrases, tokens, 0)
    if (!found) continue
    const isEnd = found.to === tokens.length
    if ((found.meaning === 'whole') !== isEnd) continue
    const words = wordsSaid(sentence)
    if (!words) continue
    const rest = isEnd ? [] : [capitalised(sentence, tokens[found.to]?.from ?? 0)]
    const others = [...sentences.slice(0, index), ...rest, ...sentences.slice(index + 1)]
    return { words, others: others.filter((other) => textOf(other).trim() !== '') }
  }
  return null
}

/** What follows "except", as a sentence of its own. */
function capitalised(sentence: TracedText, from: number): TracedText {
  const [first, ...rest] = slice(sentence, from, textOf(sentence).length)
  if (first?.source.kind !== 'dictated') return first ? [first, ...rest] : []
  const text = first.text.charAt(0).toLocaleUpperCase() + first.text.slice(1)
  if (text === first.text) return [first, ...rest]
  const rule = { rule: 'capital.sentence-start', before: first.text, after: text }
  return [{ text, source: { ...first.source, rules: [...first.source.rules, rule] } }, ...rest]
}

/**
 * The parts of the body that a statement is about: those before its verb, or all ("There is no free fluid"); of them those
 * that say by themselves which one it is, if any does.
 */
function subjectOf({ items }: Statement): NamedParts {
  const tokens = tokensOf(items.map((item) => (item.kind === 'text' ? item.text : '')).join(' '))
  const verb = tokens.findIndex(({ form }) => verbs.has(form))
  const before = partsNamed(tokens.slice(0, Math.max(verb, 0)))
  const { parts, side } = before.parts.size > 0 ? before : partsNamed(tokens)
  const specific = [...parts].filter((part) => !genericStems.has(part))
  return { parts: specific.length > 0 ? new Set(specific) : parts, side }
}

const partOf = new Map<string, string[]>()
for (const [index, words] of samePart.entries()) {
  for (const word of words) {
    partOf.set(stem(word), [...(partOf.get(stem(word)) ?? []), `part ${index}`])
  }
}

const genericStems: ReadonlySet<string> = new Set([...generic].map(stem))

/** Parts of the body that words name; `side` where they name just one. */
type NamedParts = { readonly parts: ReadonlySet<string>; readonly side: 'left' | 'right' | null }

function partsNamed(tokens: readonly Token[]): NamedParts {
  const parts = tokens
    .filter(({ form }) => form.length >= 3 && !unspecific.has(form))
    .flatMap(({ form }) => [stem(form), ...(partOf.get(stem(form)) ?? [])])
  const isNamed = (side: RegExp) => tokens.some(({ form }) => side.test(form))
  const [left, right] = [isNamed(sides.left), isNamed(sides.right)]
  return { parts: new Set(parts), side: left === right ? null : left ? 'left' : 'right' }
}

/** Whether what was said otherwise is about a statement's subject: the same part, and not only on the other side. */
function isAbout(subject: NamedParts, said: NamedParts): boolean {
  if (subject.side && said.side && subject.side !== said.side) return false
  for (const part of subject.parts) if (said.parts.has(part)) return true
  return false
}

/** A word without the ending of its plural: ventricles and ventricle, masses and mass, reins and rein. */
function stem(form: string): string {
  if (form.length <= 4) return form
  return (/(?:ss|us|is)$/.test(form) ? form : form.replace(/[sx]$/, '')).replace(/e$/, '')
}
