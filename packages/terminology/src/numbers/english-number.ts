import { englishUnitAt } from '../measures/english-unit-at.ts'
import { isDrugUnit, unitStep } from '../measures/measure-steps.ts'
import type { Atom } from '../reading/atoms.ts'
import {
  close,
  doubtUpTo,
  isWholeTokens,
  next,
  previous,
  type Step,
  valueFrom,
} from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import { asSpoken, type Doubt, type Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { mayBeDecimal } from './english-decimal-names.ts'
import { digitString, digitsFromOh } from './english-digit-string.ts'
import { yearOfGroups } from './english-elision.ts'
import { measuredNouns, numberedNouns, visionFrame, yearLeads } from './english-frames.ts'
import { sureHundred } from './english-left-out.ts'
import { isNumbered, isPronounOne } from './english-numbered.ts'
import { englishNumeralAt, type SaidNumeral } from './english-numeral.ts'
import { englishOrdinalAt } from './english-ordinal.ts'
import { englishRunAt, type NumberGroup } from './english-run.ts'
import { numeralWriting } from './numeral.ts'

/**
 * Numbers that no other family took. What was said as one number is written as one; what could be several
 * ("one twenty", "eight eighty") stays as it was said, and in doubt. Below ten, words stay words unless what
 * stands before them is numbered. A wrong dose is worse than a spelt-out one.
 */
export function readEnglishNumber(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (atoms[from]?.text === 'oh') return readOh(reading, from)
  const said = englishNumeralAt(atoms, from)
  const run = englishRunAt(atoms, from)
  if (!said && run.length === 0) return null
  const to = said?.to ?? run.at(-1)?.to ?? from + 1
  const counted = said ? null : setApart(atoms, run)
  if (counted) return spoken(atoms, from, counted)
  const isOver = said && (!saysMore(atoms, said.to) || isLabel(atoms, said))
  if (isOver && !isCutMeasure(atoms, said)) return readOne(reading, said)
  return (said ? null : readSeveral(reading, run)) ?? doubtFrom(reading, from, to)
}

/** "oh seven eight oh five one one two zero"; "oh point five" is a decimal. */
function readOh(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const said = englishNumeralAt(atoms, from)
  if (said) return readOne(reading, said)
  const string = digitsFromOh(atoms, from)
  if (!string || englishUnitAt(atoms, string.to) || saysMore(atoms, string.to)) return null
  const { to, digits } = string
  const span = valueFrom(reading, 'code', [{ from, to, rule: 'number.digits', write: digits }])
  return span && [span]
}

function readOne(reading: Reading, said: SaidNumeral): readonly Span[] | null {
  const { atoms } = reading
  const { from, to } = said
  if (!isWholeTokens(atoms, from, to)) return null
  if (said.isWritten || said.isArticle || isCutByHyphen(atoms, to)) return spoken(atoms, from, to)
  if (atoms[from]?.text === 'point' && !leadsPoint(reading, from)) return null
  const isFramed = isNumbered(atoms, from) && !isPronounOne(atoms, said)
  const isExact = !said.isWhole || said.value < 0 || 'scale' in said.numeral
  const span = valueFrom(reading, 'number', [
    {
      from,
      to,
      rule: said.rule,
      write: numeralWriting(said.numeral),
      ...(isFramed || isExact ? {} : { ifAtLeast: said.value }),
    },
  ])
  return span && [span]
}

/** "two hundred fifty-milligram tablets": the hyphen says that fifty goes with milligrams; the hundreds do not. */
function isCutMeasure(atoms: readonly Atom[], { from, to }: SaidNumeral): boolean {
  return atoms[to]?.joint === 'hyphen' && atoms[from]?.token !== atoms[to]?.token
}

function leadsPoint({ atoms, last }: Reading, from: number): boolean {
  const word = previous(atoms, from)
  if (word === '' || numberedNouns.has(word) || pointLeads.has(word)) return true
  if (word === 'only') return previous(atoms, from, 2) !== 'the'
  // "fio two at point five"; "look at point five on the graph".
  if (word === 'at') return [2, 3].some((back) => measuredNouns.has(previous(atoms, from, back)))
  // "fio two point four": the two is of the name.
  return last?.kind === 'value' && last.type === 'code' && last.to === tokenAt(atoms, from)
}

/** "creatinine about point eight", "p less than point oh five". */
const pointLeads = wordSet(`
  is was of to from than about around approximately nearly almost under over below above by equals equal between
`)

/** "two hundred fifty-milligram tablets", "sixty-something". */
function isCutByHyphen(atoms: readonly Atom[], to: number): boolean {
  return atoms[to]?.joint === 'hyphen'
}

function spoken(atoms: readonly Atom[], from: number, to: number): readonly Span[] {
  return asSpoken(tokenAt(atoms, from), tokenAt(atoms, to - 1) + 1)
}

const tokenAt = (atoms: readonly Atom[], at: number) => atoms[at]?.token ?? 0

/** A number, an ordinal or a decimal that follows, also after a hesitation: the number is not over yet. */
function saysMore(atoms: readonly Atom[], to: number): boolean {
  const word = next(atoms, to)
  if (word === '' || word === 'a') return false
  if (englishRunAt(atoms, to).length > 0) return true
  if (word === 'point') return englishRunAt(atoms, to + 1).length > 0
  if (word === 'and') return close(atoms, to + 1) !== '' && isCardinalOrdinal(atoms, to)
  return englishOrdinalAt(atoms, to) !== null && !/^(?:first|quarters?)$/.test(word)
}

/** "one hundred and twenty-third". */
const isCardinalOrdinal = (atoms: readonly Atom[], and: number) =>
  /^(?:hundred|thousand|million)$/.test(atoms[and - 1]?.text ?? '') &&
  englishOrdinalAt(atoms, and + 1) !== null

/**
 * "Two 18-gauge IVs", "Two 5 millimetre polyps", "650 four times a day": an engine that writes one in digits and the other
 * in a word heard two numbers. Not before what drugs are given in. Up to where they stay as they are: "650 4 times" is read as one.
 */
function setApart(atoms: readonly Atom[], run: readonly NumberGroup[]): number | null {
  const [first, second, ...more] = run
  if (!first || !second || more.length > 0) return null
  if ((first.shape === 'written') === (second.shape === 'written')) return null
  const unit = englishUnitAt(atoms, second.to)
  const isGiven = unit !== null && !unit.isRatio && isDrugUnit(unit)
  const end = first.shape === 'written' ? second.to : first.to
  const isSized = /^(?:gauge|french)$/.test(next(atoms, second.to))
  return (unit !== null && !isGiven) || isSized ? end : null
}

/** "page twelve second paragraph", where no ordinal ends in the twelve; "room twenty second floor" may be the 22nd. */
function isLabel(atoms: readonly Atom[], { from, to, value }: SaidNumeral): boolean {
  if (close(atoms, to) !== 'second' || !numberedNouns.has(previous(atoms, from))) return false
  return value < 20 || value % 10 !== 0
}

/** Numbers one after the other that can only mean one thing. */
function readSeveral(reading: Reading, run: readonly NumberGroup[]): readonly Span[] | null {
  const { atoms } = reading
  const [first] = run
  const to = run.at(-1)?.to ?? 0
  if (!first || !isWholeTokens(atoms, first.from, to) || saysMore(atoms, to)) return null
  const hundred = sureHundred(reading, first.from)
  if (hundred !== null) return readLeftOut(reading, first.from, to, hundred)
  const around = aroundOf(reading, tokenAt(atoms, first.from), tokenAt(atoms, to - 1) + 1)
  const write = (
    rule: string,
    text: string,
    type: 'number' | 'date' | 'ratio' | 'code',
  ): readonly Span[] | null => {
    const step: Step = { from: first.from, to, rule, write: text }
    const span = valueFrom(reading, type, [step])
    return span && [span]
  }
  if (isPremix(run, around.before) && !englishUnitAt(atoms, to)) {
    return write('number.ratio', run.map(({ digits }) => digits).join('/'), 'ratio')
  }
  if (isVision(run, [...around.before, ...around.after])) {
    return write('number.ratio', run.map(({ digits }) => digits).join('/'), 'ratio')
  }
  const year = yearOfGroups(run)
  if (year !== null && isYear(atoms, run, to)) return write('number.year', String(year), 'date')
  if (isNumericDate(run)) return doubtFrom(reading, first.from, to, 'ambiguous-date')
  // "give point two five one time": the fraction that began at the point is none of its own.
  if (previous(atoms, first.from) === 'point') return null
  const isValue = englishUnitAt(atoms, to) !== null || mayBeDecimal(atoms, first.from, to)
  const digits = isValue ? null : digitString(run, listedBefore(around.before))
  return digits === null ? null : write('number.digits', digits, 'code')
}

/** "teeth number three four five six": what is numbered. */
const listedBefore = ([first = '', second = '']: readonly string[]) =>
  /^numbers?$/.test(first) ? second : first

/** "hemoglobin one thirty-two grams per litre": with its unit, if one follows. */
function readLeftOut(
  reading: Reading,
  from: number,
  to: number,
  hundred: number,
): readonly Span[] | null {
  const unit = englishUnitAt(reading.atoms, to)
  const rule = 'number.left-out-hundred'
  const step: Step = { from, to, rule, write: String(hundred) }
  const span = valueFrom(reading, 'measure', [step, ...(unit ? [unitStep(unit)] : [])])
  return span && [span]
}

/** "insulin seventy thirty" is 70/30: the parts of a mixed insulin make a hundred. */
function isPremix(run: readonly NumberGroup[], before: readonly string[]): boolean {
  const [slow, fast] = run
  const sum = Number(slow?.digits) + Number(fast?.digits)
  return run.length === 2 && sum === 100 && mixedInsulins.has(before[0] ?? '')
}
const mixedInsulins = wordSet('insulin humulin novolin novolog humalog mix mixtard ryzodeg')

/** "visual acuity twenty twenty", "twenty forty vision". */
function isVision(run: readonly NumberGroup[], around: readonly string[]): boolean {
  return run.length === 2 && run[0]?.digits === '20' && around.some((word) => visionFrame.has(word))
}

/**
 * "nineteen ninety-nine" is a year, and "twenty twenty-four" where nothing is counted after it. "twenty thirty" and
 * "eighteen fifty" are years only where one is expected.
 */
function isYear(atoms: readonly Atom[], run: readonly NumberGroup[], to: number): boolean {
  const [century, rest] = run
  if (!century || !rest || englishUnitAt(atoms, to)) return false
  if (century.digits === '19' || yearLeads.has(previous(atoms, century.from))) return true
  return century.digits === '20' && (rest.shape !== 'tens' || rest.digits === '20')
}

/** Day, month and year in numbers, in an order that was not said. */
function isNumericDate(run: readonly NumberGroup[]): boolean {
  const [a, b, year, last, ...more] = run
  if (!a || !b || !year || more.length > 0) return false
  const isDay = ({ digits }: NumberGroup) => Number(digits) >= 1 && Number(digits) <= 31
  const isFull = last ? yearOfGroups([year, last]) !== null : /^(?:19|20)\d\d$/.test(year.digits)
  return isDay(a) && isDay(b) && isFull
}

/** As it was said, with what was measured against it, for a person to look at. */
function doubtFrom(
  reading: Reading,
  from: number,
  end: number,
  doubt: Doubt = 'ambiguous-number',
): readonly Span[] | null {
  const { atoms } = reading
  let to = end
  for (let more = moreDoubt(atoms, to); more > to; more = moreDoubt(atoms, to)) to = more
  while (to < atoms.length && !atoms[to - 1]?.closes) to++
  return doubtUpTo(atoms, from, to, doubt)
}

/** The atom after a further number, joined by nothing, a hesitation, "over" or "point". */
function moreDoubt(atoms: readonly Atom[], to: number): number {
  const word = next(atoms, to)
  const at = /^(?:over|point|to|or)$/.test(word) ? to + 1 : to
  if (word === '' || next(atoms, at) === '') return to
  // "five point oh"
  if (at > to && /^oh?$/.test(next(atoms, at))) return at + 1
  const ordinal = englishOrdinalAt(atoms, at)
  return ordinal?.to ?? englishNumeralAt(atoms, at)?.to ?? englishRunAt(atoms, at).at(-1)?.to ?? to
}
