import { englishUnitAt } from '../measures/english-unit-at.ts'
import { isDrugUnit, isWrittenUnit, numeralStep, unitStep } from '../measures/measure-steps.ts'
import type { SaidUnit } from '../measures/said-unit.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { type ScaleWords, withSharedScale } from './elided-range.ts'
import { leftOutHundred } from './english-elision.ts'
import { isPlausibleHundred, measuresHundred } from './english-left-out.ts'
import { englishMixedAt, mixedUnitAt } from './english-mixed.ts'
import { isNumbered } from './english-numbered.ts'
import { englishNumeralAt, type SaidNumeral } from './english-numeral.ts'
import { englishRunAt } from './english-run.ts'
import { writeMixed, writeMixedDecimal } from './mixed-number.ts'

const joints = new Set(['to', 'or', 'and', 'through', 'by', 'versus', 'of'])

/**
 * Two numbers that share a unit, or are written alike: "five to ten milligrams", "five or six hours",
 * "eight to ten". A rising range with a unit takes a hyphen, unless "from" or "between" asked for its word.
 */
export function readEnglishRange(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const other = readHundreds(reading, from) ?? readUpToMixed(reading, from)
  if (other) return other
  const said = englishNumeralAt(atoms, from)
  const joint = said ? jointAt(atoms, said.to) : null
  const right = joint && close(atoms, joint.to) !== '' ? englishNumeralAt(atoms, joint.to) : null
  if (!said || !joint || !right || said.isArticle || saysMore(reading, right.to)) return null
  const unit = englishUnitAt(atoms, right.to)
  const shared = sharedEnd(reading, said, right, unit, joint.word)
  if (shared === 'doubt') return doubtUpTo(atoms, from, unit?.to ?? right.to)
  const left = shared ?? said
  if (right.isArticle) return null
  const isFrom = joint.word === 'to' && previous(atoms, from) === 'from'
  if (!unit && !isFrom && !isWorthDigits(reading, left, right, joint.word)) return null
  if (joint.word === 'of' && unit && !(unit.quantity === 'count' && left.value !== 1)) return null
  if (left.isWritten && right.isWritten && isWrittenRange(reading, unit)) return null
  const span = valueFrom(reading, 'range', steps(reading, left, right, unit, joint))
  return span && [span]
}

/** "one to one and a half tablets": the word stays, "1-1 1/2" is misread. */
function readUpToMixed(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const left = englishNumeralAt(atoms, from)
  const word = left ? close(atoms, left.to) : ''
  if (!left?.isWhole || left.isArticle || left.value < 0 || !/^(?:to|or)$/.test(word)) return null
  const mixed = close(atoms, left.to + 1) === '' ? null : englishMixedAt(atoms, left.to + 1)
  if (!mixed || mixed === 'doubt' || mixed.scale !== null) return null
  const unit = mixedUnitAt(atoms, mixed.to)
  const isDecimal = unit !== null && unit.symbol !== null
  const span = valueFrom(reading, 'range', [
    numeralStep(left),
    { from: left.to, to: mixed.from, rule: 'number.range', left: 'space' },
    {
      from: mixed.from,
      to: unit?.from ?? mixed.to,
      rule: 'number.fraction',
      left: 'space',
      write: (profile) =>
        isDecimal ? writeMixedDecimal(mixed, profile) : writeMixed(mixed, profile),
    },
    ...(unit ? [unitStep(unit)] : []),
  ])
  return span && [span]
}

type Joint = { readonly word: string; readonly from: number; readonly to: number }

function jointAt(atoms: readonly Atom[], at: number): Joint | null {
  const word = close(atoms, at)
  if (word === 'out' && close(atoms, at + 1) === 'of') return { word: 'of', from: at, to: at + 2 }
  return joints.has(word) ? { word, from: at, to: at + 1 } : null
}

/**
 * The left end with the scale that was said after the right one: "two to three hundred people", "three or four hundred".
 * Before what drugs are given in it stays in doubt, and so do "from ten to twelve thousand" and "two and three hundred".
 */
function sharedEnd(
  { atoms }: Reading,
  left: SaidNumeral,
  right: SaidNumeral,
  unit: SaidUnit | null,
  joint: string,
): SaidNumeral | 'doubt' | null {
  if (joint === 'of' || joint === 'by' || right.isArticle) return null
  const shared = withSharedScale(atoms, left, right, scales)
  if (shared === null || shared === 'doubt') return shared
  const isGiven = unit !== null && (unit.quantity === 'mass' || unit.quantity === 'dose')
  // "2 to 3 million" is as clear as it was said.
  if (shared.value >= 1_000_000 && !isGiven) return null
  const before = previous(atoms, left.from)
  const isUsual = (joint === 'and') === (before === 'between') && before !== 'from'
  // "one to two thousand" may be how far something is diluted, "one to five hundred" all that are numbered.
  const isFromOne = left.value === 1 && (shared.value === 1000 || right.value > 300)
  // "ten to fourteen hundred hours" are two times of the day.
  const isTime = /^hours?$/.test(atoms[unit?.from ?? -1]?.text ?? '')
  const isSure = isUsual && !isGiven && !isFromOne && !isTime
  return isSure && /^(?:to|or|and)$/.test(joint) ? shared : 'doubt'
}

type End = {
  readonly value: number
  readonly from: number
  readonly to: number
  readonly isLeftOut: boolean
}

/**
 * "sugars between one twenty and one eighty", "heart rate from sixty to one ten": where one end leaves its hundred out,
 * both are in digits, or neither.
 */
function readHundreds(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const left = endAt(atoms, from)
  const word = left ? close(atoms, left.to) : ''
  if (!left || !/^(?:to|and|or)$/.test(word) || close(atoms, left.to + 1) === '') return null
  if (word === 'and' && previous(atoms, from) !== 'between') return null
  const right = endAt(atoms, left.to + 1)
  if (!right || !(left.isLeftOut || right.isLeftOut) || saysMore(reading, right.to)) return null
  const unit = englishUnitAt(atoms, right.to)
  const isSure = [left, right].every(
    ({ isLeftOut, value }) =>
      !isLeftOut ||
      isPlausibleHundred(reading, from, value) ||
      measuresHundred(atoms, from, value, unit),
  )
  if (!right.isLeftOut && right.value <= left.value) return null
  const isDrug = unit !== null && !unit.isRatio && isDrugUnit(unit)
  if (!isSure || isDrug) return doubtUpTo(atoms, from, unit?.to ?? right.to)
  const joint = { word, from: left.to, to: right.from }
  const [low, high] = [left, right].map(asNumeral)
  if (!low || !high) return null
  const span = valueFrom(reading, 'range', steps(reading, low, high, unit, joint))
  return span && [span]
}

function endAt(atoms: readonly Atom[], from: number): End | null {
  const said = englishNumeralAt(atoms, from)
  if (said) {
    const isPlain = said.isWhole && !said.isWritten && !said.isArticle && said.value >= 0
    return isPlain ? { value: said.value, from, to: said.to, isLeftOut: false } : null
  }
  const run = englishRunAt(atoms, from)
  const value = leftOutHundred(run)
  const to = run.at(-1)?.to
  return value === null || to === undefined ? null : { value, from, to, isLeftOut: true }
}

function asNumeral({ value, from, to, isLeftOut }: End): SaidNumeral {
  return {
    numeral: { integer: String(value), fraction: null },
    from,
    to,
    value,
    isWhole: true,
    isWritten: false,
    isArticle: false,
    rule: isLeftOut ? 'number.left-out-hundred' : 'number.cardinal',
  }
}

/** "5 to 10 mg" was written so; "6 to 8 weeks" is as an engine writes what it hears. */
function isWrittenRange(reading: Reading, unit: SaidUnit | null): boolean {
  return !unit || (unit.symbol !== null && isWrittenUnit(reading, unit))
}

/** Without a unit: both in digits where one of them is. What falls must be a choice or a change: "twelve or eight". */
function isWorthDigits(
  { atoms }: Reading,
  left: SaidNumeral,
  right: SaidNumeral,
  joint: string,
): boolean {
  const isRange =
    left.value < right.value ||
    (joint === 'of' && left.value === right.value) ||
    (/^(?:or|to)$/.test(joint) && right.value > 1)
  // "dose two of three", "inr goal two to three", "days two through five"
  if (/^(?:of|to|through)$/.test(joint) && isNumbered(atoms, left.from)) return isRange
  const isDigits = [left, right].some(({ value, isWhole }) => value >= 10 || !isWhole)
  return isDigits && isRange && (left.value !== 1 || joint === 'to' || joint === 'of')
}

/** A third number, or an ordinal: not a range of two. */
function saysMore({ atoms }: Reading, to: number): boolean {
  return /^(?:over|point|by)$/.test(close(atoms, to)) && englishNumeralAt(atoms, to + 1) !== null
}

function steps(
  reading: Reading,
  left: SaidNumeral,
  right: SaidNumeral,
  unit: SaidUnit | null,
  joint: Joint,
): readonly Step[] {
  const { atoms } = reading
  const first = numeralStep(left, unit)
  const second = numeralStep(right, unit)
  const isAsked = /^(?:from|between)$/.test(previous(atoms, left.from))
  const isHyphen =
    (unit !== null || isNumbered(atoms, left.from)) &&
    joint.word === 'to' &&
    !isAsked &&
    left.value < right.value &&
    left.value >= 0
  const middle: Step = isHyphen
    ? { ...joint, rule: 'number.range', write: (profile) => profile.rangeMark }
    : { ...joint, rule: 'number.range', left: 'space' }
  return [
    first,
    middle,
    isHyphen ? second : { ...second, left: 'space' },
    ...(unit ? [unitStep(unit)] : []),
  ]
}

const scales: ScaleWords = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
])
