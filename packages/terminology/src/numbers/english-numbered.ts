import { spelledBefore } from '../codes/spelled-before.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'
import { measuredNouns, numberedNouns } from './english-frames.ts'
import type { SaidNumeral } from './said-numeral.ts'

const measureLinks = wordSet(`
  of is was are were at goal target range to up down increased decreased
`)

/** "type two", "c r p five", "peep of five", "inr goal two". */
export function isNumbered(atoms: readonly Atom[], from: number): boolean {
  if (isAfterNoun(atoms, from) || numberedNouns.has(spelledBefore(atoms, from))) return true
  let back = 1
  while (back < 4 && measureLinks.has(previous(atoms, from, back))) back++
  if (back === 1) return false
  if (isStatus(atoms, from - back + 1)) return true
  const name = spelledBefore(atoms, from - back + 1)
  return measuredNouns.has(name === '' ? previous(atoms, from, back) : name)
}

const isAfterNoun = (atoms: readonly Atom[], from: number) =>
  numberedNouns.has(previous(atoms, from)) || isStatus(atoms, from)

/** "ecog performance status one"; "mental status two days later" is no score. */
const isStatus = (atoms: readonly Atom[], from: number) =>
  previous(atoms, from) === 'status' && previous(atoms, from, 2) === 'performance'

/** "this type one sees often", "level one would expect", "a score of one patient". */
export function isPronounOne(atoms: readonly Atom[], { value, from, to }: SaidNumeral): boolean {
  if (value === 1 && !isAfterNoun(atoms, from)) return close(atoms, to) !== ''
  if (previous(atoms, from) === 'number' && previous(atoms, from, 2) === 'the') return true
  if (value !== 1 || isFirstOf(atoms, from, to)) return false
  return notAfterOne.has(close(atoms, to)) || isWithinTime(atoms, from, to)
}

const notAfterOne = wordSet('would can could may might should sees of that who which')

const times = /^(?:days?|weeks?|months?|visit|session|season|cycle|dose)$/

/** "day one of chemotherapy", but "that day one of them fell". */
function isFirstOf(atoms: readonly Atom[], from: number, to: number): boolean {
  if (close(atoms, to) !== 'of' || !times.test(previous(atoms, from))) return false
  return !determiners.has(previous(atoms, from, 2)) && !ofSeveral.has(close(atoms, to + 1))
}

const ofSeveral = wordSet('the them these those us his her my our their your')

/** "this month one patient fell": the one is of the patient. */
function isWithinTime(atoms: readonly Atom[], from: number, to: number): boolean {
  const isTime = times.test(previous(atoms, from))
  return isTime && determiners.has(previous(atoms, from, 2)) && close(atoms, to) !== ''
}

const determiners = wordSet('the this that last next every each same first second other one a')
