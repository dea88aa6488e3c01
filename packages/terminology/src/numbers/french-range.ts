import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { numeralStep, unitStep } from '../measures/measure-steps.ts'
import type { SaidUnit } from '../measures/said-unit.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, next, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchNumeralAt } from './french-numeral.ts'
import type { SaidNumeral } from './said-numeral.ts'

/** Words between the ends of a range, and between two numbers of which neither has to be the larger. */
const joints: ReadonlyMap<string, 'range' | 'operation'> = new Map([
  ...['à', 'ou', 'et', 'sur'].map((word) => [word, 'range'] as const),
  ...['contre', 'fois', 'divisé', 'multiplié'].map((word) => [word, 'operation'] as const),
])

/** The atom after the word between: « divisé par » are two. */
function afterJoint(atoms: readonly Atom[], at: number): number {
  const isPar = /^(?:divis|multipli)é$/.test(close(atoms, at))
  return isPar && close(atoms, at + 1) === 'par' ? at + 2 : at + 1
}

/**
 * Two numbers that share a unit, or are written alike: « cinq à dix milligrammes », « entre vingt et trente ». The word
 * between them stays.
 */
export function readFrenchRange(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const left = frenchNumeralAt(atoms, from)
  const joint = left ? close(atoms, left.to) : ''
  const kind = joints.get(joint)
  const rightFrom = left ? afterJoint(atoms, left.to) : 0
  if (!left || !kind || close(atoms, rightFrom) === '') return null
  const right = rightEnd(atoms, rightFrom, left)
  if (!right || saysMore(reading, right.to)) return null
  const unit = frenchUnitAt(atoms, right.to)
  if (kind === 'operation') return unit ? null : operation(reading, left, right)
  const shared = joint === 'sur' ? null : sharedScale(atoms, left, right)
  if (shared && (shared === 'doubt' || isDose(unit) || !mayShare(atoms, left, joint)))
    return doubtUpTo(atoms, from, unit?.to ?? right.to)
  // « cinq sur trois jours » are five of something in three days.
  if (joint === 'sur' && (unit || left.value > right.value)) return null
  if (unit ? left.value >= right.value && left.value >= 0 : !isWorthDigits(atoms, left, right))
    return null
  if (left.isWritten && right.isWritten && (!unit || unit.symbol === null)) return null
  const middle: Step = { from: left.to, to: left.to + 1, rule: 'number.range', left: 'space' }
  const span = valueFrom(reading, 'range', [
    numeralStep(shared ? timesScale(left, shared) : left, unit),
    middle,
    { ...numeralStep(right, unit), left: 'space' },
    ...(unit ? [unitStep(unit)] : []),
  ])
  return span && [span]
}

/** « de moins dix à plus quarante »: the second sign was said because of the first. */
function rightEnd(atoms: readonly Atom[], at: number, left: SaidNumeral): SaidNumeral | null {
  if (left.value >= 0 || close(atoms, at) !== 'plus') return frenchNumeralAt(atoms, at)
  const said = close(atoms, at + 1) === '' ? null : frenchNumeralAt(atoms, at + 1)
  if (!said || 'written' in said.numeral) return null
  return { ...said, from: at, numeral: { ...said.numeral, sign: '+' } }
}

/** « douze divisé par trois », « vingt-cinq fois quatre »: both in digits where one of them is. */
function operation(
  reading: Reading,
  left: SaidNumeral,
  right: SaidNumeral,
): readonly Span[] | null {
  if (left.isWritten || right.isWritten || Math.max(left.value, right.value) < 10) return null
  const span = valueFrom(reading, 'number', [
    numeralStep(left),
    { from: left.to, to: right.from, rule: 'number.range', left: 'space' },
    { ...numeralStep(right), left: 'space' },
  ])
  return span && [span]
}

/** Without a unit: both in digits where one of them is, and the range rises. « Un ou dix » may be an article. */
function isWorthDigits(atoms: readonly Atom[], left: SaidNumeral, right: SaidNumeral): boolean {
  if (left.value < 0 || (targets.has(previous(atoms, left.from)) && left.value < right.value))
    return true
  if (left.value >= right.value || (right.value < 10 && left.isWhole && right.isWhole)) return false
  return (
    left.value !== 1 ||
    /^(?:de|entre)$/.test(previous(atoms, left.from)) ||
    close(atoms, left.to) === 'sur'
  )
}

/** « RNI visé deux à trois » */
const targets = wordSet('visé visée cible inr rni')

/** A third number: not a range of two. */
function saysMore({ atoms }: Reading, to: number): boolean {
  return (
    /^(?:sur|par|virgule|point)$/.test(next(atoms, to)) && frenchNumeralAt(atoms, to + 1) !== null
  )
}

const scales: ReadonlyMap<string, number> = new Map([
  ['cent', 100],
  ['cents', 100],
  ['mille', 1000],
])

/**
 * « deux à trois cents personnes » are 200 to 300: the last word is of both ends, never « 2 à 300 ». 'doubt' where more was
 * said after it, « deux à trois cent cinquante »; null where the first end is a number of its own, « cinquante à deux cents ».
 */
function sharedScale(
  atoms: readonly Atom[],
  left: SaidNumeral,
  right: SaidNumeral,
): number | 'doubt' | null {
  if (!left.isWhole || left.isWritten || right.isWritten || left.value < 1) return null
  for (let at = right.to - 1; at > right.from; at--) {
    const scale = scales.get(atoms[at]?.text ?? '')
    if (scale === undefined) continue
    const isShared = left.value < scale && Math.floor(right.value / scale) > left.value
    if (isShared) return at === right.to - 1 ? scale : 'doubt'
  }
  return null
}

/** From one on, and in « entre deux et trois cents »: « un à deux cents », « deux et trois cents » may be meant as they are. */
const mayShare = (atoms: readonly Atom[], { value, from }: SaidNumeral, joint: string) =>
  value > 1 && (joint !== 'et' || previous(atoms, from) === 'entre')

/** « gabapentine trois à six cents milligrammes »: no dose is made of a word that was said once. */
const isDose = (unit: SaidUnit | null) =>
  unit !== null && /^(?:mass|dose|volume|count)$/.test(unit.quantity)

const timesScale = (said: SaidNumeral, scale: number): SaidNumeral => ({
  ...said,
  numeral: { integer: String(said.value * scale), fraction: null },
})
