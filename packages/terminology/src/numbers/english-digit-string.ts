import type { Atom } from '../reading/atoms.ts'
import { previous } from '../reading/match-atoms.ts'
import { type NumberGroup, readOutRunAt } from './english-run.ts'

/** From six on, digits said one by one are one string, as in a number that is read out. */
const shortestString = 6

const isSingle = ({ digits, shape }: NumberGroup) => shape === 'repeated' || /^\d$/.test(digits)

/** Digits one by one, as one string where there are enough of them. */
export function digitString(run: readonly NumberGroup[]): string | null {
  const areSingle = run.every(isSingle)
  const isReadOut = run.some(({ shape }) => shape === 'oh' || shape === 'repeated')
  const all = run.map(({ digits }) => digits)
  if (areSingle && (all.length >= shortestString || isReadOut) && all.join('').length > 2)
    return all.join('')
  const isPlain = run.every(({ shape }) => shape !== 'large')
  // "five three twenty five" may be two strengths of a tablet: three single digits, or five groups, are read out.
  const isList = areSingle ? run.length >= 3 : run.length >= 5
  return isList && isPlain ? all.join(' ') : null
}

/** A string of digits keeps the zeros that it begins with: "oh seven eight oh five one one two zero". */
export function digitsFromOh(
  atoms: readonly Atom[],
  from: number,
): { readonly digits: string; readonly to: number } | null {
  const { zeros, run } = readOutRunAt(atoms, from, /^oh$/)
  const to = run.at(-1)?.to
  const digits = run.map((group) => group.digits).join('')
  if (to === undefined || !run.every(isSingle) || zeros.length + digits.length < shortestString)
    return null
  // "Oh, five five five one two three four": a telephone may follow a cry.
  const isCry = previous(atoms, from) === '' && /^(?:\d{7}|\d{10,11})$/.test(digits)
  return isCry ? null : { digits: zeros + digits, to }
}
