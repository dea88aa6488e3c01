import { aroundOf, atomBefore, type Reading } from '../reading/reading.ts'
import { asSpoken, type Span } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import { frenchNumbers } from './french-numbers.ts'
import { isWhole, type Numeral, wholeValueOf } from './numeral.ts'
import { readChain } from './read-chain.ts'
import {
  decimalWordAt,
  gatherNumbers,
  isHesitant,
  type NumberRun,
  type ReadNumeral,
  readDecimal,
  readNumeral,
} from './read-numeral.ts'
import { readRatio } from './read-ratio.ts'
import { numberSpan } from './spoken-number.ts'
import { matchUnit } from './units.ts'

/**
 * Numbers. What was said as one number is written as one; what could be several ("one twenty",
 * "eight eighty") stays as it was said. Below ten, words stay words unless something measured
 * follows. In doubt the words are written as spoken: a wrong dose is worse than a spelt-out one.
 */
export function readNumber(reading: Reading, at: number): readonly Span[] | null {
  return readFirstOfMonth(reading, at) ?? readLeadingPoint(reading, at) ?? readSpoken(reading, at)
}

function readSpoken(reading: Reading, at: number): readonly Span[] | null {
  const { tokens, language } = reading
  const run = gatherNumbers(language, tokens, at)
  if (!run) return null
  if (isTailOfPercent(tokens, at)) return asSpoken(at, run.to)

  const chain = readChain(reading, at)
  if (chain) return chain
  const read = readNumeral(language, tokens, at)
  if (!read) return readYear(reading, at, run) ?? asSpoken(at, endOfDoubt(reading, run.to))
  if (goesOn(reading, read.to)) return asSpoken(at, endOfDoubt(reading, read.to))

  return (
    readRatio(reading, at, read) ??
    readMeasure(reading, at, read) ??
    (isWrittenInDigits(reading, at, read)
      ? [numberSpan(at, read.to, { form: 'cardinal', numeral: read.numeral })]
      : asSpoken(at, read.to))
  )
}

/** « quelques pour cent »: "cent" is not a hundred here. */
function isTailOfPercent(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.core.toLowerCase() === 'cent' && atomBefore(tokens, at) === 'pour'
}

/**
 * "one twenty over eighty": what is measured against a number in doubt is in doubt too. So is what follows a
 * decimal mark: "two point um five milligrams".
 */
function endOfDoubt({ tokens, language }: Reading, to: number): number {
  if (tokens[to - 1]?.after !== '') return to
  const isOver = tokens[to]?.core.toLowerCase() === frenchNumbers.overWord
  const decimalWord = decimalWordAt(language, tokens, to)
  if (!isOver && decimalWord === null) return to
  const next = gatherNumbers(language, tokens, to + 1)
  if (!next) return to
  const isList = decimalWord !== null && language.marks.has(decimalWord)
  return isList && !isHesitant(tokens, to, next.to) ? to : next.to
}

/** "one hundred twenty-third", "two hundred fifty-milligram tablets": the number is not over yet. */
function goesOn({ tokens, language }: Reading, to: number): boolean {
  if (tokens[to - 1]?.after !== '') return false
  const { isNumberWord, ordinal, joints, decimalWords } = frenchNumbers
  const begins = (at: number) => {
    const [first = ''] = tokens[at]?.atoms ?? []
    return isNumberWord(first) || /^\d/.test(first) || ordinal.test(first)
  }
  const next = tokens[to]?.atoms[0] ?? ''
  if (begins(to)) return true
  if (decimalWords.has(next)) {
    return begins(to + 1) && (!language.marks.has(next) || isHesitant(tokens, to, to + 2))
  }
  return joints.has(next) && ordinal.test(tokens[to + 1]?.atoms[0] ?? '')
}

function readMeasure(reading: Reading, at: number, read: ReadNumeral): readonly Span[] | null {
  const { tokens } = reading
  if (tokens[read.to - 1]?.after !== '') return null
  const unit = matchUnit(frenchNumbers, tokens, read.to)
  if (unit?.kind !== 'symbol') return null
  const isWrittenAlready = read.isWritten && tokens[read.to]?.core === unit.unit.symbol
  if (isWrittenAlready) return asSpoken(at, unit.to)
  return [
    numberSpan(at, unit.to, {
      form: 'measure',
      numeral: read.numeral,
      unit: unit.unit,
      unitFrom: read.to,
    }),
  ]
}

function isWrittenInDigits(reading: Reading, at: number, read: ReadNumeral): boolean {
  const { tokens } = reading
  if (read.isWritten) return false
  if (!isWhole(read.numeral)) return true
  const isLoneArticle = tokens[at]?.core.toLowerCase() === 'a' && read.to === at + 2
  if (wholeValueOf(read.numeral) >= 10) return !isLoneArticle
  if (tokens[read.to - 1]?.after !== '') return false
  if (sharesUnit(reading, read.to)) return true
  if (read.isOne) return false
  const next = tokens[read.to]?.atoms[0] ?? ''
  if (frenchNumbers.dayBeforeMonth && frenchNumbers.months.has(next)) return true
  return matchUnit(frenchNumbers, tokens, read.to)?.kind === 'word'
}

const longestRange = 3

/**
 * "five to ten milligrams", "two by three by four centimetres": the unit at the end is for all of them.
 * "eight to ten", « huit sur dix »: two numbers side by side are written alike.
 */
function sharesUnit({ tokens, language }: Reading, from: number): boolean {
  const { rangeWords, overWord } = frenchNumbers
  let at = from
  for (let pieces = 1; pieces < longestRange; pieces++) {
    const joint = tokens[at]
    if (joint?.after !== '' || joint.before !== '') return false
    const word = joint.core.toLowerCase()
    if (!rangeWords.has(word) && word !== overWord) return false
    const read = readNumeral(language, tokens, at + 1)
    if (!read || tokens[at + 1]?.before !== '') return false
    if (!isWhole(read.numeral) || wholeValueOf(read.numeral) >= 10) return true
    if (tokens[read.to - 1]?.after !== '') return false
    if (word !== overWord && matchUnit(frenchNumbers, tokens, read.to)) return true
    at = read.to
  }
  return false
}

function readYear(reading: Reading, at: number, run: NumberRun): readonly Span[] | null {
  const { tokens } = reading
  const year = run.isBroken ? null : frenchNumbers.yearOf(run.atoms)
  if (year === null || !frenchNumbers.announcesYear(aroundOf(reading, at, run.to).before)) {
    return null
  }
  const isCount = tokens[run.to - 1]?.after === '' && matchUnit(frenchNumbers, tokens, run.to)
  return isCount ? null : [numberSpan(at, run.to, { form: 'year', year })]
}

/** "oh point five", and "point five milligrams" where nothing before it makes "point" a noun. */
function readLeadingPoint(reading: Reading, at: number): readonly Span[] | null {
  const { tokens, language } = reading
  const saysOh = tokens[at]?.core === 'oh' && tokens[at]?.after === ''
  const decimal = readDecimal(language, tokens, saysOh ? at + 1 : at)
  if (!decimal || language.marks.has(decimal.word)) return null
  const numeral: Numeral = { integer: '0', fraction: decimal.fraction }
  const read = { numeral, to: decimal.to, isOne: false, isWritten: false }
  const measure = readMeasure(reading, at, read)
  if (saysOh) return measure ?? [numberSpan(at, decimal.to, { form: 'cardinal', numeral })]
  return nounsOfPoint.has(atomBefore(tokens, at)) ? null : measure
}

/** "at this point five milligrams were given". */
const nounsOfPoint = new Set(
  'a an the this that which what some any each every one no same at to my his her trigger pressure end mid set starting focal tender melting time'.split(
    ' ',
  ),
)

/** « le premier mars »: 1er mars. Elsewhere « premier » is a word. */
function readFirstOfMonth({ tokens }: Reading, at: number): readonly Span[] | null {
  const { dayBeforeMonth, months } = frenchNumbers
  const token = tokens[at]
  if (!dayBeforeMonth || token?.core.toLowerCase() !== 'premier' || token.after !== '') return null
  if (!months.has(tokens[at + 1]?.atoms[0] ?? '')) return null
  return [numberSpan(at, at + 1, { form: 'first-of-month' })]
}
