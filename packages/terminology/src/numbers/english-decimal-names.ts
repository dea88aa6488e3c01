import { spelledBefore } from '../codes/spelled-before.ts'
import { englishUnitAt } from '../measures/english-unit-at.ts'
import type { Atom } from '../reading/atoms.ts'
import { previous } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'

/**
 * Values that have decimals, and are said digit by digit: "inr two oh five" is 2.05, "creatinine one oh five" is 1.05 mg/dL
 * or 105 µmol/L. A word too many leaves a number in words.
 */
const decimalNames = wordSet(`
  inr ph a1c hba1c calcium phosphate phosphorus digoxin lithium tacrolimus potassium k lactate creatinine magnesium troponin
  bilirubin tsh gravity index abi psa v
`)

/** Between the name and its value. */
const links = wordSet(`
  of is was were are at to in level levels now up down from about around came back rose fell increased decreased dropped
`)

/** Small parts, of which there are hundreds: "creatinine one oh five micromoles per litre". */
const inHundreds = /^(?:[µnp]mol|nmol|[np]g)/

/** Whether what is said digit by digit from an atom on follows such a name; `to` is the atom after it. */
export function mayBeDecimal(atoms: readonly Atom[], from: number, to: number): boolean {
  let back = 1
  while (back < 5 && links.has(previous(atoms, from, back))) back++
  if (!isDecimalName(atoms, from, back)) return false
  const unit = englishUnitAt(atoms, to)
  return !inHundreds.test(unit?.symbol ?? '')
}

function isDecimalName(atoms: readonly Atom[], from: number, back: number): boolean {
  const name = previous(atoms, from, back)
  if (decimalNames.has(name) || decimalNames.has(spelledBefore(atoms, from - back + 1))) return true
  const isA1c = previous(atoms, from, back + 1) === 'one' && previous(atoms, from, back + 2) === 'a'
  return name === 'c' && isA1c
}
