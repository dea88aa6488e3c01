import type { Atom } from '../reading/atoms.ts'
import { close } from '../reading/match-atoms.ts'
import {
  englishCardinalAt,
  englishDigits,
  englishNumberWords,
  isScaleWord,
  type Shape,
} from './english-cardinal.ts'

/** One cardinal, or what the engine wrote in digits, among numbers said one after the other. */
export type NumberGroup = {
  /** Its digits, also a written "37.5"; "oh" is 0, "double five" is 55. */
  readonly digits: string
  readonly shape: Shape | 'oh' | 'repeated' | 'written'
  readonly from: number
  readonly to: number
}

const writtenNumber = /^[-+]?(?:\d{1,15}(?:[.,]\d{1,9})*|\.\d{1,9})$/

/** What was read at each atom of a dictation: many families ask about the same one. */
const known = new WeakMap<readonly Atom[], (readonly NumberGroup[] | undefined)[]>()

/** Numbers said one after the other with nothing between them: "one twenty" is 1 and 20. */
export function englishRunAt(
  atoms: readonly Atom[],
  from: number,
  read: 'numbers' | 'fraction' = 'numbers',
): readonly NumberGroup[] {
  if (read === 'fraction') return readRun(atoms, from, read)
  const runs = known.get(atoms) ?? []
  if (runs.length === 0) known.set(atoms, runs)
  const run = runs[from] ?? readRun(atoms, from, read)
  runs[from] = run
  return run
}

function readRun(
  atoms: readonly Atom[],
  from: number,
  read: 'numbers' | 'fraction',
): readonly NumberGroup[] {
  const groups: NumberGroup[] = []
  for (let at = from; ; ) {
    const group = groupAt(atoms, at, groups.length > 0, read)
    if (!group) return groups
    groups.push(group)
    at = group.to
  }
}

function groupAt(
  atoms: readonly Atom[],
  from: number,
  goesOn: boolean,
  read: 'numbers' | 'fraction',
): NumberGroup | null {
  const text = goesOn ? close(atoms, from) : (atoms[from]?.text ?? '')
  if (text === '') return null
  if (writtenNumber.test(text)) {
    return isCode(atoms, from) ? null : { digits: text, shape: 'written', from, to: from + 1 }
  }
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

/** "2024-03-15", "514-555-0123", "CA-125": digits that hyphens hold together are no number. */
function isCode(atoms: readonly Atom[], at: number): boolean {
  const after = atoms[at + 1]
  return atoms[at]?.joint === 'hyphen' || (after?.joint === 'hyphen' && /^\d/.test(after.text))
}

/** "oh" only where digits go on, or two numbers around it make a year or a time: "nineteen oh five". */
function ohAt(atoms: readonly Atom[], from: number): NumberGroup | null {
  const next = close(atoms, from + 1)
  const isDigit = englishDigits.has(next) || next === 'oh' || next === 'o' || /^\d$/.test(next)
  const isEnd = atoms[from]?.text === 'oh' && englishDigits.has(atoms[from - 1]?.text ?? '')
  return isDigit || isEnd ? { digits: '0', shape: 'oh', from, to: from + 1 } : null
}

function repeatedAt(atoms: readonly Atom[], from: number, word: string): NumberGroup | null {
  const next = close(atoms, from + 1)
  const digit = next === 'oh' ? 0 : englishDigits.get(next)
  if (digit === undefined) return null
  const digits = String(digit).repeat(word === 'double' ? 2 : 3)
  return { digits, shape: 'repeated', from, to: from + 2 }
}
