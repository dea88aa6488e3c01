import { englishUnitAt } from '../measures/english-unit-at.ts'
import { isWrittenUnit, numeralStep, unitStep } from '../measures/measure-steps.ts'
import type { SaidUnit } from '../measures/said-unit.ts'
import { close, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { doubtElidedRange, type ScaleWords } from './elided-range.ts'
import { numberedNouns } from './english-frames.ts'
import { englishNumeralAt, type SaidNumeral } from './english-numeral.ts'

const joints = new Set(['to', 'or', 'and', 'through', 'by', 'versus', 'of'])

/**
 * Two numbers that share a unit, or are written alike: "five to ten milligrams", "five or six hours",
 * "eight to ten". A rising range with a unit takes a hyphen, unless "from" or "between" asked for its word.
 */
export function readEnglishRange(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const left = englishNumeralAt(atoms, from)
  const joint = left ? close(atoms, left.to) : ''
  if (!left || !joints.has(joint) || close(atoms, left.to + 1) === '') return null
  const right = englishNumeralAt(atoms, left.to + 1)
  if (!right || left.isArticle || right.isArticle || saysMore(reading, right.to)) return null
  const unit = englishUnitAt(atoms, right.to)
  const elided = unit && doubtElidedRange(reading, { left, right, unit }, scales)
  if (elided) return elided
  const isFrom = joint === 'to' && previous(atoms, from) === 'from'
  if (!unit && !isFrom && !isWorthDigits(left, right, joint)) return null
  if (joint === 'of' && unit) return null
  if (left.isWritten && right.isWritten && isWrittenRange(reading, unit)) return null
  const span = valueFrom(reading, 'range', steps(reading, left, right, unit, joint))
  return span && [span]
}

/** "5 to 10 mg" was written so; "6 to 8 weeks" is as an engine writes what it hears. */
function isWrittenRange(reading: Reading, unit: SaidUnit | null): boolean {
  return !unit || (unit.symbol !== null && isWrittenUnit(reading, unit))
}

/** Without a unit: both in digits where one of them is. What falls must be a choice or a change: "twelve or eight". */
function isWorthDigits(left: SaidNumeral, right: SaidNumeral, joint: string): boolean {
  const isDigits = [left, right].some(({ value, isWhole }) => value >= 10 || !isWhole)
  const isRange = left.value < right.value || (/^(?:or|to)$/.test(joint) && right.value > 1)
  return isDigits && isRange && left.value !== 1
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
  joint: string,
): readonly Step[] {
  const { atoms } = reading
  const first = numeralStep(left, unit)
  const second = numeralStep(right, unit)
  const word = left.to
  const isAsked = /^(?:from|between)$/.test(previous(atoms, left.from))
  const isHyphen =
    (unit !== null || numberedNouns.has(previous(atoms, left.from))) &&
    joint === 'to' &&
    !isAsked &&
    left.value < right.value &&
    left.value >= 0
  const middle: Step = isHyphen
    ? { from: word, to: word + 1, rule: 'number.range', write: (profile) => profile.rangeMark }
    : { from: word, to: word + 1, rule: 'number.range', left: 'space' }
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
