import { matchPhrase } from '../reading/phrase-index.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { frenchNumbers } from './french-numbers.ts'
import { isWhole, wholeValueOf } from './numeral.ts'
import { type ReadNumeral, readNumeral } from './read-numeral.ts'
import { numberSpan } from './spoken-number.ts'
import { matchUnit, type UnitSymbol } from './units.ts'

/**
 * "one hundred twenty over eighty": a blood pressure, or a grade, strength or score. Not "two over
 * three days": whatever is counted or measured after it makes "over" a word.
 */
export function readRatio(reading: Reading, at: number, left: ReadNumeral): readonly Span[] | null {
  const { tokens, language } = reading
  const over = tokens[left.to]
  if (tokens[left.to - 1]?.after !== '' || over?.after !== '' || over.before !== '') return null
  if (over.core.toLowerCase() !== frenchNumbers.overWord) return null
  const right = readNumeral(language, tokens, left.to + 1)
  if (!right || tokens[left.to + 1]?.before !== '') return null

  const pressure = pressureUnit(reading, right.to)
  const to = pressure?.to ?? right.to
  if (!isRatio(reading, at, to, left, right)) return null
  const number = { form: 'ratio', left: left.numeral, right: right.numeral } as const
  return [numberSpan(at, to, { ...number, unit: pressure?.unit ?? null })]
}

/** The only unit that a ratio may carry is millimetres of mercury. */
function pressureUnit({ tokens }: Reading, at: number) {
  if (tokens[at - 1]?.after !== '') return null
  const match = matchPhrase(frenchNumbers.units, tokens, at)
  if (match?.meaning.kind !== 'symbol' || match.meaning.unit.symbol !== 'mmHg') return null
  return { unit: match.meaning.unit satisfies UnitSymbol, to: match.to }
}

function isRatio(
  reading: Reading,
  at: number,
  to: number,
  left: ReadNumeral,
  right: ReadNumeral,
): boolean {
  if (!isWhole(left.numeral) || !isWhole(right.numeral)) return false
  const top = wholeValueOf(left.numeral)
  const bottom = wholeValueOf(right.numeral)
  const { before, after } = aroundOf(reading, at, to)
  if (goesOn(reading, to, after[0])) return false
  if (isBloodPressure(top, bottom)) return true
  return isScore(top, bottom) && isFramed(before, after)
}

/** A unit, a repetition or another fraction bar after it. */
function goesOn({ tokens, language }: Reading, to: number, next: string | undefined): boolean {
  if (next === undefined) return false
  const { overWord, repeatWords, decimalWords } = frenchNumbers
  if (next === overWord || repeatWords.has(next)) return true
  if (decimalWords.has(next) && !language.marks.has(next)) return true
  return matchUnit(frenchNumbers, tokens, to) !== null
}

/** Systolic over diastolic, in mmHg. */
function isBloodPressure(top: number, bottom: number): boolean {
  return top >= 50 && top <= 300 && bottom >= 20 && bottom <= 200 && top > bottom
}

/** Murmurs are out of 6, strength out of 5, pain out of 10, the Glasgow scale out of 15, the MMSE out of 30. */
function isScore(top: number, bottom: number): boolean {
  return [4, 5, 6, 10, 15, 30].includes(bottom) && top <= bottom
}

function isFramed(before: readonly string[], after: readonly string[]): boolean {
  const { ratioFrame } = frenchNumbers
  const [next] = after
  return before.some((atom) => ratioFrame.has(atom)) || (next !== undefined && ratioFrame.has(next))
}
