import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { numeralStep, unitStep } from '../measures/measure-steps.ts'
import { close, next, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { doubtElidedRange, type ScaleWords } from './elided-range.ts'
import { frenchNumeralAt } from './french-numeral.ts'

const joints = new Set(['à', 'ou', 'et', 'sur'])

/**
 * Two numbers that share a unit, or are written alike: « cinq à dix milligrammes », « entre vingt et trente ». The word
 * between them stays.
 */
export function readFrenchRange(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const left = frenchNumeralAt(atoms, from)
  const joint = left ? close(atoms, left.to) : ''
  if (!left || !joints.has(joint) || close(atoms, left.to + 1) === '') return null
  const right = frenchNumeralAt(atoms, left.to + 1)
  if (!right || saysMore(reading, right.to)) return null
  const unit = frenchUnitAt(atoms, right.to)
  const elided = unit && doubtElidedRange(reading, { left, right, unit }, scales)
  if (elided) return elided
  // « cinq sur trois jours » are five of something in three days.
  if (joint === 'sur' && (unit || left.value > right.value)) return null
  if (
    unit
      ? left.value >= right.value
      : !isWorthDigits(left.value, right.value, left.isWhole && right.isWhole)
  )
    return null
  if (left.isWritten && right.isWritten && (!unit || unit.symbol === null)) return null
  const middle: Step = { from: left.to, to: left.to + 1, rule: 'number.range', left: 'space' }
  const span = valueFrom(reading, 'range', [
    numeralStep(left, unit),
    middle,
    { ...numeralStep(right, unit), left: 'space' },
    ...(unit ? [unitStep(unit)] : []),
  ])
  return span && [span]
}

/** Without a unit: both in digits where one of them is, and the range rises. */
function isWorthDigits(left: number, right: number, isWhole: boolean): boolean {
  return (right >= 10 || !isWhole) && left < right && left !== 1
}

/** A third number: not a range of two. */
function saysMore({ atoms }: Reading, to: number): boolean {
  return (
    /^(?:sur|par|virgule|point)$/.test(next(atoms, to)) && frenchNumeralAt(atoms, to + 1) !== null
  )
}

const scales: ScaleWords = new Map([
  ['cent', 100],
  ['cents', 100],
  ['mille', 1000],
  ['million', 1_000_000],
  ['millions', 1_000_000],
])
