import type { Atom } from '../reading/atoms.ts'
import { close } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'
import {
  englishCardinalAt,
  englishDigits,
  englishNumberWords,
  isScaleWord,
} from './english-cardinal.ts'
import { type NumberGroup, type ReadRun, rememberRuns, writtenGroup } from './number-run.ts'

export type { NumberGroup } from './number-run.ts'

const numbersAt: ReadRun = rememberRuns((atoms, from, goesOn) =>
  groupAt(atoms, from, goesOn, 'numbers'),
)

const fractionAt: ReadRun = rememberRuns((atoms, from, goesOn) =>
  groupAt(atoms, from, goesOn, 'fraction'),
)

/** Numbers said one after the other with nothing between them: "one twenty" is 1 and 20. */
export function englishRunAt(
  atoms: readonly Atom[],
  from: number,
  read: 'numbers' | 'fraction' = 'numbers',
): readonly NumberGroup[] {
  return read === 'numbers' ? numbersAt(atoms, from) : fractionAt(atoms, from)
}

/** No number begins with more. */
const mostZeros = 6

/** Numbers that are read out, with the zeros said before them, which begin no other number: "oh oh seven". */
export function readOutRunAt(
  atoms: readonly Atom[],
  from: number,
  isZero: RegExp,
): { readonly zeros: string; readonly run: readonly NumberGroup[] } {
  let at = from
  while (
    at < from + mostZeros &&
    isZero.test(at === from ? (atoms[at]?.text ?? '') : close(atoms, at))
  )
    at++
  const run = at === from || close(atoms, at) !== '' ? englishRunAt(atoms, at) : []
  return { zeros: '0'.repeat(at - from), run }
}

function groupAt(
  atoms: readonly Atom[],
  from: number,
  goesOn: boolean,
  read: 'numbers' | 'fraction',
): NumberGroup | null {
  const text = goesOn ? close(atoms, from) : (atoms[from]?.text ?? '')
  if (text === '') return null
  const written = writtenGroup(atoms, from, goesOn)
  if (written) return written
  if (goesOn && (text === 'oh' || text === 'o')) return ohAt(atoms, from)
  if (text === 'double' || text === 'triple') return repeatedAt(atoms, from, text)
  // "two a hundred" is no number.
  if (goesOn && text === 'a') return null
  if (text !== 'a' && !englishNumberWords.has(text)) return null
  const cardinal = englishCardinalAt((at) => {
    if (at === from) return text
    const word = close(atoms, at)
    // "one point five million" is 1.5 million: the scale is of the whole decimal.
    return read === 'fraction' && isScaleWord(word) ? '' : word
  }, from)
  return cardinal && { ...cardinal, from }
}

/** "oh" only where digits go on, or two numbers around it make a year or a time: "nineteen oh five". */
function ohAt(atoms: readonly Atom[], from: number): NumberGroup | null {
  const next = close(atoms, from + 1)
  if (next === 'two' && oxygen.has(close(atoms, from + 2))) return null
  const isDigit = englishDigits.has(next) || next === 'oh' || next === 'o' || /^\d$/.test(next)
  const before = atoms[from - 1]?.text ?? ''
  const isEnd = atoms[from]?.text === 'oh' && (englishDigits.has(before) || before === 'oh')
  return isDigit || isEnd ? { digits: '0', shape: 'oh', from, to: from + 1 } : null
}

/** "resp twenty eight o two sat ninety one": after O2, not after digits. */
const oxygen = wordSet('sat sats saturation saturations requirement requirements therapy by via')

function repeatedAt(atoms: readonly Atom[], from: number, word: string): NumberGroup | null {
  const next = close(atoms, from + 1)
  const digit = next === 'oh' || next === 'o' ? 0 : englishDigits.get(next)
  if (digit === undefined) return null
  const digits = String(digit).repeat(word === 'double' ? 2 : 3)
  return { digits, shape: 'repeated', from, to: from + 2 }
}
