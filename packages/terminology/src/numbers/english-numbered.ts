import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'
import { measuredNouns, numberedNouns } from './english-frames.ts'
import type { SaidNumeral } from './said-numeral.ts'

const measureLinks = wordSet('of is was are were at goal target range')

/** "type two", "peep of five", "inr goal two". */
export function isNumbered(atoms: readonly Atom[], from: number): boolean {
  if (numberedNouns.has(previous(atoms, from))) return true
  let back = 1
  while (back < 3 && measureLinks.has(previous(atoms, from, back))) back++
  return back > 1 && measuredNouns.has(previous(atoms, from, back))
}

/** "this type one sees often", "level one would expect", "a score of one patient". */
export function isPronounOne(atoms: readonly Atom[], { value, from, to }: SaidNumeral): boolean {
  if (value === 1 && !numberedNouns.has(previous(atoms, from))) return close(atoms, to) !== ''
  if (previous(atoms, from) === 'number' && previous(atoms, from, 2) === 'the') return true
  return (
    value === 1 &&
    /^(?:would|can|could|may|might|should|sees|of|that|who|which)$/.test(close(atoms, to))
  )
}
