import { matchPhrase, type PhraseIndex } from '../reading/phrase-index.ts'
import { type Around, aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
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
  readonly isProse: (place: CommandPlace) => boolean
}

export type CommandPhrases = PhraseIndex<SpokenCommand>

/** Engines put a comma where a speaker takes breath: "no, make that". */
const breath = ','

/** A command that changes words around it: "scratch that", "correction", « fin de la dictée ». */
export function readCommand(reading: Reading, at: number): readonly Span[] | null {
  const match = matchPhrase(reading.language.commands, reading.tokens, at, breath)
  if (!match || reading.off.has(match.meaning.family)) return null
  const { to, meaning } = match
  if (meaning.isProse(placeOf(reading, at, to))) return null
  return [{ from: at, to, kind: 'command', command: meaning.command }]
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
