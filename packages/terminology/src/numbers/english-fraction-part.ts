import { englishUnitAt } from '../measures/english-unit-at.ts'
import type { Atom } from '../reading/atoms.ts'
import { close } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'
import { englishCardinalOf } from './english-cardinal.ts'
import { englishOrdinalWords } from './english-ordinal.ts'
import { englishRunAt } from './english-run.ts'
import type { Part } from './mixed-number.ts'

const plural = (word: string) => (word === 'half' ? 'halves' : `${word}s`)

/** "second" is a time and "first" no part: halves and quarters have words of their own. */
export const denominators: ReadonlyMap<string, number> = new Map(
  [
    ['half', 2] as const,
    ['quarter', 4] as const,
    ...[...englishOrdinalWords]
      .filter(([ordinal]) => ordinal !== 'first' && ordinal !== 'second')
      .map(([ordinal, cardinal]) => [ordinal, denominatorOf(cardinal)] as const),
  ].flatMap(([word, value]) => [[word, value] as const, [plural(word), value] as const]),
)

function denominatorOf(cardinal: string): number {
  return englishCardinalOf([cardinal]) ?? englishCardinalOf(['one', cardinal]) ?? Number.NaN
}

/**
 * The denominator after a numerator: plural after two and more; "one fifth of" but not "one fifth toe", "one third
 * degree burn". "Two halves" and "two quarters" are things that are counted.
 */
export function fractionPartAt(
  atoms: readonly Atom[],
  at: number,
  top: number,
  isAfterWhole = false,
): Part | null {
  const word = close(atoms, at)
  const bottom = denominators.get(word)
  if (bottom === undefined || top < 1 || top > 999) return null
  // "a three quarter inch nail"
  const isAdjective = top === 3 && word === 'quarter' && lengths.has(close(atoms, at + 1))
  if (word.endsWith('s') !== top > 1 && !isAdjective) return null
  if (/^(?:halves|quarters)$/.test(word) && top % 2 === 0) return null
  const isOrdinal = top === 1 && !/^(?:half|quarter)$/.test(word) && !(isAfterWhole && bottom < 5)
  return isOrdinal && !isSharedOut(atoms, at + 1) ? null : { top, bottom, to: at + 1 }
}

const lengths = wordSet('inch mile cup teaspoon')
const afterPart = wordSet('of the as that less more full smaller larger lower higher')

/** Part of something, of what is measured, or the last that is said. */
function isSharedOut(atoms: readonly Atom[], at: number): boolean {
  const after = close(atoms, at)
  if (after === '') return atoms[at]?.joint !== 'pause'
  const unit = englishUnitAt(atoms, at)
  return afterPart.has(after) || (unit !== null && unit.quantity !== 'time')
}

/**
 * "fifteen thirty seconds of an inch", "three sixty fourths inch": only of an inch, which is cut so; elsewhere fifteen is one
 * thing and thirty seconds are another.
 */
export function partOfInchAt(atoms: readonly Atom[], from: number): Part | null {
  const [top, tens, more] = englishRunAt(atoms, from)
  if (!top || !tens || more || !/^[1-9]\d?$/.test(top.digits)) return null
  const bottom = inchParts.get(`${tens.digits} ${close(atoms, tens.to).replace(/s$/, '')}`)
  const isShort = bottom !== undefined && Number(top.digits) < bottom
  return isShort && isOfInch(atoms, tens.to + 1)
    ? { top: Number(top.digits), bottom, to: tens.to + 1 }
    : null
}

const inchParts: ReadonlyMap<string, number> = new Map([
  ['30 second', 32],
  ['60 fourth', 64],
])

function isOfInch(atoms: readonly Atom[], at: number): boolean {
  const inch = close(atoms, at) === 'of' && close(atoms, at + 1) === 'an' ? at + 2 : at
  return /^inch(?:es)?$/.test(close(atoms, inch))
}
