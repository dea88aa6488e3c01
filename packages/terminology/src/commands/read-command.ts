import { matchPhrase, type PhraseIndex } from '../reading/phrase-index.ts'
import { type Around, aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import type { Command, CommandFamily } from './command.ts'

/** What stands around a command, and whether it stands by itself. */
export type CommandPlace = Around & {
  /** True at the start, after a mark (said, or the engine's), a break or a heading. */
  readonly opens: boolean
  /** True at the end, before a mark or a break, and before a mark that the engine put there. */
  readonly closes: boolean
  /** True if nothing was said before it in its sentence. */
  readonly startsSentence: boolean
  /** True after a mark, break or heading that was said. */
  readonly afterMark: boolean
  /** True if nothing at all was said before it. */
  readonly isFirst: boolean
}

export type SpokenCommand = {
  readonly family: CommandFamily
  readonly command: Command
  /** True where the words around show that the phrase is prose: "he will scratch that area". */
  readonly isProse: (place: CommandPlace, said: SaidCommand) => boolean
  /** What it ends: "end bold", "all caps off". */
  readonly closes?: string
  /** What must be ended further on, and the command that it is where that is not said; without one it is prose. */
  readonly closedBy?: { readonly end: string; readonly orElse?: Command }
}

/** Where in the dictation a command was said. */
export type SaidCommand = { readonly reading: Reading; readonly from: number; readonly to: number }

export type CommandPhrases = PhraseIndex<SpokenCommand>

/** How many words after "no" may stand before what is said instead: "no, the right knee". */
const longestLead = 2

/** True where neither a number, nor a side, a code or a day follows soon: "no" corrects nothing then. */
export function correctsNothing(_: CommandPlace, { reading, to }: SaidCommand): boolean {
  const { sides, isNumberWord, calendar } = reading.language.corrections
  return !reading.tokens
    .slice(to, to + longestLead + 1)
    .flatMap(({ atoms }) => atoms)
    .some((atom) => sides.has(atom) || isNumberWord(atom) || calendar?.has(atom) || /\d/.test(atom))
}

/** Engines put a comma where a speaker takes breath: "no, make that". */
const breath = ','

/** A command that changes words around it: "scratch that", "correction", « fin de la dictée ». */
export function readCommand(reading: Reading, at: number): readonly Span[] | null {
  const { commands } = reading.language
  const match =
    matchPhrase(commands, reading.tokens, at, breath) ??
    abbreviationAt(commands, reading.tokens, at)
  if (!match || reading.off.has(match.meaning.family)) return null
  const { to, meaning } = match
  const command = commandOf(reading, to, meaning)
  if (!command) return null
  if (meaning.isProse(placeOf(reading, at, to), { reading, from: at, to })) return null
  return [{ from: at, to, kind: 'command', command }]
}

const letter = /^\p{L}$/u

/** « C. c. »: two letters, each with its point. */
function abbreviationAt(commands: CommandPhrases, tokens: readonly Token[], at: number) {
  const token = tokens[at]
  if (token?.after !== '.' || !letter.test(token.core)) return null
  const match = matchPhrase(commands, tokens, at, '.')
  return match && match.to === at + 2 ? match : null
}

/** Nobody keeps capitals or bold on for longer. */
const longestStretch = 60

function commandOf(
  { tokens, language }: Reading,
  from: number,
  { command, closedBy }: SpokenCommand,
): Command | null {
  if (!closedBy) return command
  for (let at = from + 1; at <= from + longestStretch && at < tokens.length; at++) {
    if (matchPhrase(language.commands, tokens, at)?.meaning.closes === closedBy.end) return command
  }
  return closedBy.orElse ?? null
}

export function placeOf(reading: Reading, from: number, to: number): CommandPlace {
  const { tokens, last, sentenceFrom } = reading
  const markBefore = tokens[from - 1]?.after ?? ''
  const isFirst = last === null
  const opens = isFirst || markBefore !== '' || !wordsKinds.has(last.kind)
  return {
    ...aroundOf(reading, from, to),
    opens,
    closes: closesAt(reading, to),
    startsSentence: from === sentenceFrom,
    afterMark: last !== null && !wordsKinds.has(last.kind) && markBefore === '',
    isFirst,
  }
}

const wordsKinds: ReadonlySet<Span['kind']> = new Set(['prose', 'value'])

function closesAt({ tokens, language }: Reading, to: number): boolean {
  const next = tokens[to]
  if (!next || tokens[to - 1]?.after !== '' || next.atoms.length === 0) return true
  return (
    matchPhrase(language.marks, tokens, to) !== null ||
    matchPhrase(language.breaks, tokens, to) !== null
  )
}
