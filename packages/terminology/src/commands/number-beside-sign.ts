import type { MarkName } from '../locale-profile.ts'
import type { Reading } from '../reading/reading.ts'
import type { Rule } from '../reading/rule.ts'
import { valueSpan } from '../reading/span.ts'
import { readMark } from './read-mark.ts'

/** Signs beside which even a small number is digits: "number sign four" is #4. */
const before = new Set<MarkName>([
  'number-sign',
  'underscore',
  'plus-sign',
  'equals',
  'less-than',
  'greater-than',
  'plus-minus',
  'times',
])
const after = new Set<MarkName>(['plus-minus', 'equals', 'plus-sign'])

/** Reads a number of one word, said right beside a sign; asked before such a number is left as it was said. */
export function numberBesideSignRule(
  words: ReadonlySet<string>,
  cardinalOf: (atoms: readonly string[]) => number | null,
): Rule {
  return {
    begins: words,
    read: (reading, at) => {
      const { last, tokens } = reading
      const isAlone = !words.has(tokens[at + 1]?.atoms[0] ?? '') && tokens[at]?.before === ''
      const value = isAlone ? cardinalOf(tokens[at]?.atoms ?? []) : null
      if (value === null) return null
      const isAfter = last?.kind === 'mark' && before.has(last.mark)
      if (!isAfter && !isBefore(reading, at + 1)) return null
      return [valueSpan({ from: at, to: at + 1 }, 'number', 'number.cardinal', `${value}`)]
    },
  }
}

function isBefore(reading: Reading, at: number): boolean {
  if (reading.tokens[at - 1]?.after !== '') return false
  const [sign] = readMark(reading, at) ?? []
  return sign?.kind === 'mark' && after.has(sign.mark)
}
