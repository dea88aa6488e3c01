import type { Atom } from '../reading/atoms.ts'
import { previous } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'
import { type NumberGroup, readOutRunAt } from './english-run.ts'

/** From six on, digits said one by one are one string, as in a number that is read out. */
const shortestString = 6

/** Digits after these are values of two digits each, or one value for each side: nobody knows where one ends. */
const pairedNouns = wordSet(
  'sats saturations sugars glucoses pressures pulses temps temperatures weights rates readings values results',
)
/** Of these each has a number of its own, as of most plurals: "teeth three four five six seven eight". */
const listedNouns = wordSet('teeth vertebrae strength power phalanges metacarpal metatarsal tooth')
/** A plural whose digits are one string, and no plural. */
const notListed = wordSet(`
  numbers digits codes series is was his this its as reads follows ends begins starts equals says records address
`)

/** What digits one by one are after a word: one string, a list, or in doubt. */
function digitsAfter(word: string): 'string' | 'list' | 'doubt' {
  if (pairedNouns.has(word)) return 'doubt'
  const isPlural = /[a-z]{2}[^us]s$|xes$/.test(word) && !notListed.has(word)
  return isPlural || listedNouns.has(word) ? 'list' : 'string'
}

const isSingle = ({ digits, shape }: NumberGroup) => shape === 'repeated' || /^\d$/.test(digits)

/** Digits one by one, as one string where there are enough of them, and nothing before them that has several numbers. */
export function digitString(run: readonly NumberGroup[], before = ''): string | null {
  const areSingle = run.every(isSingle)
  const isReadOut = run.some(({ shape }) => shape === 'oh' || shape === 'repeated')
  const all = run.map(({ digits }) => digits)
  const after = digitsAfter(before)
  if (areSingle && !isReadOut && all.length >= shortestString && after !== 'string') {
    return after === 'list' ? all.join(' ') : null
  }
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
