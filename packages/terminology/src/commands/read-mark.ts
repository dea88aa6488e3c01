import type { MarkName } from '../locale-profile.ts'
import { matchPhrase, type PhraseIndex } from '../reading/phrase-index.ts'
import { type Around, aroundOf, type Reading } from '../reading/reading.ts'
import { inDoubt, type Span } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import { wordSet } from '../reading/word-set.ts'
import type { CommandFamily } from './command.ts'

export type SpokenMark = {
  readonly mark: MarkName
  /** True where the words around show that the phrase is prose: "her last menstrual period"; 'doubt' where it may be both. */
  readonly isProse?: (around: Around, said: SaidMark) => boolean | 'doubt'
  /** The mark that must be said further on: "in parentheses ... close parenthesis" is prose without it. */
  readonly closedBy?: MarkName
}

/** Where in the dictation a mark was said. */
export type SaidMark = { readonly reading: Reading; readonly from: number; readonly to: number }

const familyOf: Readonly<Record<MarkName, CommandFamily>> = {
  period: 'period',
  comma: 'comma',
  colon: 'colon',
  semicolon: 'semicolon',
  question: 'question',
  exclamation: 'exclaim',
  ellipsis: 'ellipsis',
  hyphen: 'hyphen',
  dash: 'dash',
  item: 'dash',
  slash: 'slash',
  apostrophe: 'apostrophe',
  percent: 'percent',
  'open-parenthesis': 'parens',
  'close-parenthesis': 'parens',
  'open-bracket': 'brackets',
  'close-bracket': 'brackets',
  'open-quote': 'quotes',
  'close-quote': 'quotes',
  ampersand: 'symbols',
  asterisk: 'symbols',
  at: 'symbols',
  'number-sign': 'symbols',
  underscore: 'symbols',
  'plus-sign': 'symbols',
  equals: 'symbols',
  'plus-minus': 'plus',
  times: 'times',
  'plural-apostrophe': 'apostrophe',
  'less-than': 'compare',
  'greater-than': 'compare',
}

export type MarkPhrases = PhraseIndex<SpokenMark>

/** Marks that a tired voice, or the engine, says twice without meaning it. */
const neverDoubled = new Set<MarkName>(['period', 'comma', 'colon', 'semicolon', 'question'])

/** A punctuation mark that was said: "comma", « point d'interrogation ». */
export function readMark(reading: Reading, at: number): readonly Span[] | null {
  const match = matchPhrase(reading.language.marks, reading.tokens, at)
  if (!match) return null
  const { to, meaning } = match
  if (reading.off.has(familyOf[meaning.mark])) return null
  const isProse = meaning.isProse?.(aroundOf(reading, at, to), { reading, from: at, to })
  if (isProse === 'doubt') return inDoubt(at, to, 'ambiguous-mark')
  if (isProse) return null
  if (meaning.closedBy && !isClosed(reading, to, meaning.closedBy)) return null
  if (isRepeated(reading.last, meaning.mark)) {
    return [{ from: at, to, kind: 'dropped', rule: 'mark.repeated' }]
  }
  return [{ from: at, to, kind: 'mark', mark: markAt(reading, meaning.mark, at, to), said: true }]
}

/** More words than this nobody puts between brackets in one breath. */
const longestAside = 30

/** True if a mark is said within a sentence's length, with something before it. */
function isClosed({ tokens, language }: Reading, from: number, mark: MarkName): boolean {
  for (let at = from + 1; at <= from + longestAside && at < tokens.length; at++) {
    if (matchPhrase(language.marks, tokens, at)?.meaning.mark === mark) return true
  }
  return false
}

function isRepeated(last: Span | null, mark: MarkName): boolean {
  return last?.kind === 'mark' && last.said && last.mark === mark && neverDoubled.has(mark)
}

function markAt(reading: Reading, mark: MarkName, from: number, to: number): MarkName {
  if (mark === 'dash') return dashAt(reading, from, to)
  if (mark === 'apostrophe' && isPlural(reading, from, to)) return 'plural-apostrophe'
  return mark
}

/** "the parents' concern", but "the patient's wife" and « s'il ». */
function isPlural({ tokens }: Reading, from: number, to: number): boolean {
  return /..s$/i.test(tokens[from - 1]?.core ?? '') && tokens[to]?.core !== 's'
}

/**
 * A dash opens a list item at the start of a line, joins codes (L4-L5) and what is no word by itself (post-chirurgical), and
 * stands apart elsewhere.
 */
function dashAt({ tokens, last }: Reading, from: number, to: number): MarkName {
  if (!last || last.kind === 'break' || last.kind === 'heading') return 'item'
  const [before, after] = [tokens[from - 1], tokens[to]]
  if (before && after && prefixes.has(before.core) && mayBePrefixed(after)) return 'hyphen'
  return isCode(before) && isCode(after) ? 'hyphen' : 'dash'
}

/** "pre dash and post dash operative": the first has nothing to be tied to. */
const mayBePrefixed = ({ core }: Token) => /^\p{L}{3}/u.test(core) && core !== 'and'

/** English and French. Not « non », which is an answer, nor what is a noun as well ("ex", « co », "extra"). */
const prefixes = wordSet(`
  anti bi hyper hypo infra inter intra micro mono multi néo neo péri peri poly post pré pre pseudo rétro retro semi supra
  trans ultra
`)

function isCode(token: Token | undefined): boolean {
  return token !== undefined && /^(?:\p{L}|\p{L}{0,3}\d+\p{L}?)$/u.test(token.core)
}

/** A mark that an engine gave as a word of its own, or that is left of a filler. No locale spaces it. */
export function readLoneMark(reading: Reading, at: number): readonly Span[] | null {
  const { tokens, language, last } = reading
  const token = tokens[at]
  if (token?.core !== '' || token.before !== '') return null
  // « Stable ; point virgule ; sans changement »
  const isSaid = last?.kind === 'mark' && last.said && last.to === at
  if (isSaid && language.spacedMarks.has(token.text)) {
    return [{ from: at, to: at + 1, kind: 'dropped', rule: 'mark.engine-mark' }]
  }
  const spaced = language.spacedMarks.get(token.text)
  if (spaced && /\p{L}$/u.test(tokens[at - 1]?.text ?? '')) {
    return [{ from: at, to: at + 1, kind: 'mark', mark: spaced, said: false }]
  }
  const isLeftOfFiller = token.text !== token.after
  const mark = (isLeftOfFiller ? sentenceMarks : loneMarks).get(token.after)
  return mark ? [{ from: at, to: at + 1, kind: 'mark', mark, said: false }] : null
}

/** Others may stand apart on purpose: "ratio 3 : 1", "CT chest ? pulmonary embolism". */
const loneMarks = new Map<string, MarkName>([
  ['.', 'period'],
  [',', 'comma'],
])
const sentenceMarks = new Map<string, MarkName>([
  ['.', 'period'],
  ['?', 'question'],
  ['!', 'exclamation'],
])
