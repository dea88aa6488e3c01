import type { SaidNumeral } from '../numbers/said-numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { previous } from '../reading/match-atoms.ts'
import { isDrugUnit, mayBeSplit } from './measure-steps.ts'
import type { SaidUnit } from './said-unit.ts'

/** What a language measures in no unit of a drug, and the words between that and its number. */
export type VitalSigns = {
  readonly names: ReadonlySet<string>
  readonly links: ReadonlySet<string>
}

/**
 * "pulse 72 mg", « pouls soixante-douze milligrammes »: no pulse is in milligrams, however the number is written; seventy,
 * and two milligrams of something.
 */
export function isVitalSign(
  atoms: readonly Atom[],
  said: SaidNumeral,
  unit: SaidUnit,
  { names, links }: VitalSigns,
): boolean {
  if (unit.isRatio || !isDrugUnit(unit) || !mayBeSplit(said)) return false
  const isLinked = links.has(previous(atoms, said.from))
  return names.has(previous(atoms, said.from, isLinked ? 2 : 1))
}
