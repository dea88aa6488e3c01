import { spelledBefore } from '../codes/spelled-before.ts'
import { englishUnitAt } from '../measures/english-unit-at.ts'
import { isDrugUnit } from '../measures/measure-steps.ts'
import type { SaidUnit } from '../measures/said-unit.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { aroundAtoms, type Reading } from '../reading/reading.ts'
import { wordSet } from '../reading/word-set.ts'
import { leftOutHundred } from './english-elision.ts'
import { leftOutHundreds, neverCompared, numberedNouns, saidStrengths } from './english-frames.ts'
import { englishRunAt } from './english-run.ts'

/** "ldl one twelve", "two fifty cc": the number where no other can be meant, else null. */
export function sureHundred(reading: Reading, from: number): number | null {
  const { atoms } = reading
  const run = englishRunAt(atoms, from)
  const value = leftOutHundred(run)
  const to = run.at(-1)?.to
  if (value === null || to === undefined) return null
  const unit = englishUnitAt(atoms, to)
  // "One twenty over eighty" is a pressure, whatever stands before it.
  const isFramed =
    isPlausibleHundred(reading, from, value) && !isGiven(unit) && close(atoms, to) !== 'over'
  const isSure =
    isFramed || isStrength(atoms, from, unit, value) || measuresHundred(atoms, from, value, unit)
  return isSure ? value : null
}

const links = wordSet(`
  of is was are were at in the to about around approximately s between from run runs running ranging ranged range
  up down dropped rose fell increased decreased went
  sustaining sustained peaked peaking maxed out topped plateaued hovering staying stays stayed
`)

/** "over one fifty", "greater than one twenty". */
const comparisons = wordSet(`
  over above under below than less fewer greater more higher lower exceeds exceeding exceeded goal target
`)

/** "pulse one ten", "sugars between one twenty and one eighty": what was measured says how large it can be. */
export function isPlausibleHundred(reading: Reading, from: number, value: number): boolean {
  const { before } = aroundAtoms(reading, from, from + 1)
  let at = 0
  while (at < before.length && (links.has(before[at] ?? '') || comparisons.has(before[at] ?? '')))
    at++
  const [lead = '', second = '', third = ''] = before.slice(at)
  if (/^weigh(?:t|s|ed|ing)$/.test(lead) && changes.has(before[0] ?? '')) return false
  if (neverCompared.has(lead) && before.slice(0, at).some((word) => comparisons.has(word)))
    return false
  const range =
    leftOutHundreds.get(`${third} ${second} ${lead}`) ??
    leftOutHundreds.get(`${second} ${lead}`) ??
    leftOutHundreds.get(lead) ??
    leftOutHundreds.get(spelledBefore(reading.atoms, from - at))
  return range !== undefined && value >= range[0] && value <= range[1]
}

/** "weight up two twenty one grams": what was gained is no weight, and may be two of something and twenty-one grams. */
const changes = wordSet('up down rose fell increased decreased dropped')

/** "room two twenty milligrams": the room is over before the dose begins. */
const isGiven = (unit: SaidUnit | null) => unit !== null && !unit.isRatio && isDrugUnit(unit)

/** "amoxicillin eight seventy-five milligrams": 875 is a strength of it, and 75 is none. */
function isStrength(
  atoms: readonly Atom[],
  from: number,
  unit: SaidUnit | null,
  value: number,
): boolean {
  const { symbol, strengths } = saidStrengths.get(previous(atoms, from)) ?? {}
  return symbol !== undefined && unit?.symbol === symbol && strengths?.includes(value) === true
}

/**
 * "two fifty cc", "one twenty degrees", "one eighty five pounds". Not of drugs: "two fifty milligrams" may be two of
 * fifty. Nor where somebody counts: "two fifty millilitre boluses", "one fifty cc bolus".
 */
export function measuresHundred(
  atoms: readonly Atom[],
  from: number,
  value: number,
  unit: SaidUnit | null,
): boolean {
  if (!unit || !(unit.symbol === null ? isPound(atoms, unit) : measured.test(unit.symbol)))
    return false
  if (unit.symbol === '°' && value > 360) return false
  const before = previous(atoms, from)
  if (numberedNouns.has(before) || before === 'times' || before === 'x') return false
  const after = close(atoms, unit.to)
  if (after === '' || noThing.has(after)) return true
  return value >= 200 && !plural.test(after)
}

const measured = /^(?:mL|cc|kg|°)(?:\/|$)/
/** Not "bolus" or "glass". */
const plural = /[^us]s$/

const isPound = (atoms: readonly Atom[], { from }: SaidUnit) =>
  /^pounds?$/.test(atoms[from]?.text ?? '')

/** Words after a unit that are nothing of which there could be several. */
const noThing = wordSet(`
  of and or to in on at with without by for from over per an the as then than before after daily today now was is were are
  via through flexion extension abduction adduction rotation bilaterally actively passively intravenously iv po
`)
