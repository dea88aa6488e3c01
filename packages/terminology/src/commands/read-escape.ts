import { matchPhrase, type PhraseIndex } from '../reading/phrase-index.ts'
import type { Reading } from '../reading/reading.ts'
import { asSpoken, type Span } from '../reading/span.ts'

/** The way out: words after which a command is written as words. "Literal period", « le mot virgule ». */
export type EscapePhrases = PhraseIndex<'escape'>

/** Commands after "literal" are prose. Where no command follows, "literal" is an ordinary word. */
export function readEscape(reading: Reading, at: number): readonly Span[] | null {
  const { tokens, language } = reading
  if (reading.off.has('escape')) return null
  const marker = matchPhrase(language.escapes, tokens, at)
  if (!marker || !/^,?$/.test(tokens[marker.to - 1]?.after ?? '')) return null
  const to = endOfCommand(reading, marker.to)
  if (to === null) return null
  const [first, ...others] = asSpoken(marker.to, to)
  if (!first) return null
  const isCapital = /^\p{Lu}/u.test(tokens[at]?.core ?? '')
  return [
    { from: at, to: marker.to, kind: 'dropped', rule: 'escape.literal' },
    isCapital ? { ...first, manner: { letters: 'capital' } } : first,
    ...others,
  ]
}

/** The end of the longest command of any family that begins at a token. */
function endOfCommand({ tokens, language }: Reading, at: number): number | null {
  const ends = [
    language.marks,
    language.breaks,
    language.commands,
    language.items.phrases,
    language.spelling.opens,
  ]
    .map((index: PhraseIndex<unknown>) => matchPhrase(index, tokens, at)?.to)
    .filter((to) => to !== undefined)
  return ends.length > 0 ? Math.max(...ends) : null
}
