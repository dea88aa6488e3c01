import type { Atom } from '../reading/atoms.ts'
import { close } from '../reading/match-atoms.ts'
import type { NumberGroup } from './number-run.ts'
import type { Numeral } from './numeral.ts'

const zeros: ReadonlyMap<string, number> = new Map([
  ['million', 6],
  ['milliard', 9],
  ['billion', 12],
])

/** How many zeros a scale that stays a word stands for; 0 for any other word. */
export const zerosOf = (word: string) => zeros.get(word.replace(/s$/, '')) ?? 0

/** The scale said after a decimal; it takes its s from two on: « 1,2 million », however it was heard. */
export function scaleAt(atoms: readonly Atom[], at: number, value: number): string | null {
  const word = close(atoms, at)
  if (zerosOf(word) === 0) return null
  return word.replace(/s$/, '') + (value < 2 ? '' : 's')
}

/** « deux millions d'interventions » keeps its word: easier to read than six zeros, and as it was said. */
export function roundMillions(atoms: readonly Atom[], { digits, to }: NumberGroup): Numeral {
  const word = atoms[to - 1]?.text ?? ''
  const zeros = zerosOf(word)
  if (zeros === 0 || digits.length > zeros + 3) return { integer: digits, fraction: null }
  return { integer: digits.slice(0, -zeros), fraction: null, scale: word }
}

/** « un million cinq »: a million and a half million as it is said, or five more than a million as it is counted. */
export function mayBeTenths(atoms: readonly Atom[], { from, to, digits }: NumberGroup): boolean {
  return to - from > 2 && zerosOf(atoms[to - 2]?.text ?? '') > 0 && /0[1-9]$/.test(digits)
}
