import { unitFrom } from '../measures/english-part-of-unit.ts'
import { englishUnitAt } from '../measures/english-unit-at.ts'
import { isExactUnit } from '../measures/part-of-unit.ts'
import type { SaidUnit } from '../measures/said-unit.ts'
import type { Atom } from '../reading/atoms.ts'
import { close } from '../reading/match-atoms.ts'
import { isLargeScale } from './english-cardinal.ts'
import { fractionPartAt } from './english-fraction-part.ts'
import { englishNumeralAt, type SaidNumeral } from './english-numeral.ts'
import { decimalOf, type MixedNumber, type Part } from './mixed-number.ts'

/** 'doubt' where the part may be of another whole: "two thousand and a half". */
export function englishMixedAt(atoms: readonly Atom[], from: number): MixedNumber | 'doubt' | null {
  const said = englishNumeralAt(atoms, from)
  if (!said?.isWhole || said.isWritten || said.isArticle || said.value < 0) return null
  const whole = close(atoms, said.to) === 'and' ? said : wholeBeforeAnd(atoms, said)
  const part = whole && partAt(atoms, whole.to + 1)
  if (!whole || !part || 'written' in whole.numeral) return null
  const { integer, scale } = whole.numeral
  if (scale !== undefined) return decimalOf(part) ? { ...part, from, integer, scale } : 'doubt'
  if (atoms[whole.to - 1]?.text === 'thousand') return 'doubt'
  const after = close(atoms, part.to)
  if (!isLargeScale(after)) return { ...part, from, integer, scale: null }
  return { ...part, to: part.to + 1, from, integer, scale: after }
}

/** "one hundred and one half": the last "and" leads to the part, and what was read as 101 is 100. */
function wholeBeforeAnd(atoms: readonly Atom[], said: SaidNumeral): SaidNumeral | null {
  let and = said.to - 1
  while (and > said.from && atoms[and]?.text !== 'and') and--
  const part = and > said.from ? partAt(atoms, and + 1) : null
  if (!part || part.to !== said.to + 1 || part.top >= part.bottom) return null
  const value = said.value - part.top
  return { ...said, value, numeral: { integer: String(value), fraction: null }, to: and }
}

/** "a half", "one half", "three quarters"; "five and half milligrams", but not "five and half of the tablets". */
function partAt(atoms: readonly Atom[], at: number): Part | null {
  if (close(atoms, at) === 'half') {
    const unit = close(atoms, at + 1) === 'of' ? null : mixedUnitAt(atoms, at + 1)
    return unit && isExactUnit(unit) ? { top: 1, bottom: 2, to: at + 1 } : null
  }
  if (close(atoms, at) === 'a') return fractionPartAt(atoms, at + 1, 1, true)
  const top = close(atoms, at) === '' ? null : englishNumeralAt(atoms, at)
  return top?.isWhole ? fractionPartAt(atoms, top.to, top.value, true) : null
}

/** "one and a half milligrams", "one and three quarters of a milligram". */
export function mixedUnitAt(atoms: readonly Atom[], at: number): SaidUnit | null {
  const unit = englishUnitAt(atoms, at)
  if (unit) return unit
  const of = englishUnitAt(atoms, unitFrom(atoms, at))
  return of && isExactUnit(of) ? of : null
}
