import { englishUnitAt } from '../measures/english-unit-at.ts'
import { isDrugUnit } from '../measures/measure-steps.ts'
import { englishNumeralAt } from '../numbers/english-numeral.ts'
import { englishRunAt, type NumberGroup } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, isWholeTokens } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import { asSpoken, type Span, valueSpan } from '../reading/span.ts'

/** Vitamins whose names end in a number. */
const numbers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['b', new Set(['1', '2', '3', '5', '6', '7', '9', '12'])],
  ['d', new Set(['2', '3'])],
  ['k', new Set(['1', '2'])],
])

/**
 * "vitamin b twelve one thousand micrograms": B12, and the dose is read by itself. Only where the two numbers cannot be
 * one: "vitamin d two thousand units" is 2000 of vitamin D, "vitamin d two fifty thousand units" stays in doubt.
 */
export function readEnglishVitamin(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const isNamed = atoms[from]?.text === 'vitamin'
  const letterAt = isNamed ? from + 1 : from
  const letter = isNamed ? close(atoms, letterAt) : (atoms[letterAt]?.text ?? '')
  const [name, ...dose] = close(atoms, letterAt + 1) === '' ? [] : englishRunAt(atoms, letterAt + 1)
  if (!name || !numbers.get(letter)?.has(name.digits)) return null
  // Nothing else is called "b twelve".
  if (!isNamed && letter + name.digits !== 'b12') return null
  if (!isSeparate(letter, name, dose) || !isDose(atoms, name.to)) return null
  if (!isWholeTokens(atoms, from, name.to)) return null
  const span = {
    from: atoms[letterAt]?.token ?? at,
    to: (atoms[name.to - 1]?.token ?? at) + 1,
  }
  const code = valueSpan(span, 'code', 'code.letter-and-number', letter.toUpperCase() + name.digits)
  return isNamed ? [...asSpoken(at, at + 1), code] : [code]
}

const isDose = (atoms: readonly Atom[], at: number) => {
  const said = englishNumeralAt(atoms, at)
  const unit = said && englishUnitAt(atoms, said.to)
  return Boolean(said?.isWhole && unit && !unit.isRatio && isDrugUnit(unit))
}

/**
 * "two three thousand" is two to three thousand as well, "three three thousand" three thousand said twice, and "three
 * five hundred" 3500. "Vitamin B" is no drug: after it, the number is of the name.
 */
function isSeparate(letter: string, name: NumberGroup, dose: readonly NumberGroup[]): boolean {
  const [first, more] = dose
  if (!first || more || !/^\d+$/.test(first.digits)) return false
  const amount = Number(first.digits)
  if (first.shape === 'written') return amount >= 100
  if (first.shape !== 'large' || amount < 100) return false
  const leading = Math.floor(amount / (amount >= 1000 ? 1000 : 100))
  if (leading > 9) return letter === 'b' && name.digits === '12'
  const step = leading - Number(name.digits)
  if (step === 0 || step === 1) return false
  return letter === 'b' || amount >= 1000 || leading === 1
}
