import { isFrenchNumberWord } from '../numbers/french-cardinal.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, matchAtoms, next, previous } from '../reading/match-atoms.ts'
import { rememberAt } from '../reading/remember-at.ts'
import { frenchUnits } from './french-units.ts'
import type { SaidUnit } from './said-unit.ts'
import type { Unit } from './unit.ts'

type Base = { readonly unit: Unit; readonly symbol: string | null; readonly to: number }

const powers = new Map([
  ['carré', '²'],
  ['carrés', '²'],
  ['cube', '³'],
  ['cubes', '³'],
])

/** The unit that begins at an atom, which may follow its number after a hesitation or a hyphen. */
export const frenchUnitAt = rememberAt((atoms, from): SaidUnit | null => {
  if (next(atoms, from) === '') return null
  const base = baseAt(atoms, from)
  if (!base) return null
  const { quantity, gap } = base.unit
  let { symbol, to } = base
  let isRatio = false
  if (symbol !== null && quantity !== 'proportion' && quantity !== 'time') {
    for (let under = underAt(atoms, to, isRatio); under; under = underAt(atoms, to, isRatio)) {
      symbol += `/${under.symbol}`
      to = under.to
      isRatio = true
    }
  }
  return { symbol, quantity, gap, isRatio, from, to }
})

/** « centimètres carrés », or a unit alone. */
function baseAt(atoms: readonly Atom[], from: number): Base | null {
  const match = matchAtoms(frenchUnits, atoms, from)
  if (!match) return null
  const { meaning: unit, to } = match
  const after = close(atoms, to)
  if (unit.notBefore?.has(after)) return null
  const power = unit.quantity === 'length' ? powers.get(after) : undefined
  if (power && unit.symbol) return { unit, symbol: unit.symbol + power, to: to + 1 }
  return { unit, symbol: unit.symbol, to }
}

/**
 * What is counted for. Hours and minutes go under a bar for rates, but « 5 mg par jour » stays as it was said: a slash
 * before « jour » is misread in an order (ISMP Canada).
 */
function underAt(
  atoms: readonly Atom[],
  at: number,
  hasBar: boolean,
): { readonly symbol: string; readonly to: number } | null {
  const from = underFrom(atoms, at, hasBar)
  const base = from === null ? null : baseAt(atoms, from)
  if (!base || base.unit.under === null) return null
  const isLong = base.unit.under === 'jour' || base.unit.under === 'semaine'
  if (isLong && !hasBar) return null
  return { symbol: base.symbol ?? base.unit.under, to: base.to }
}

/** Where the unit under the bar begins: after « par », in « à l'heure », « au mètre carré », or at once: « millilitres heure ». */
function underFrom(atoms: readonly Atom[], at: number, hasBar: boolean): number | null {
  const [word, second] = [close(atoms, at), close(atoms, at + 1)]
  if (word === 'par') return second === '' ? null : at + 1
  if (word === 'au' && second === 'mètre') return close(atoms, at + 2) === 'carré' ? at + 1 : null
  if (word === 'à' && /^l(?:'|a)$/.test(second)) return isRateTime(atoms, at + 2) ? at + 2 : null
  if (word === 'kilo') return isRateTime(atoms, at + 1) || isDay(atoms, at + 1) ? at : null
  return isRateTime(atoms, at) || (hasBar && isDay(atoms, at)) ? at : null
}

/** « milligrammes kilo jour », but « milligrammes par mètre carré jour un » of a cycle. */
const isDay = (atoms: readonly Atom[], at: number) =>
  close(atoms, at) === 'jour' &&
  !isFrenchNumberWord(close(atoms, at + 1)) &&
  !/^\d/.test(close(atoms, at + 1))

/** « millilitres heure »; not « milligrammes heure du coucher », « seconde dose », « heure zéro ». */
function isRateTime(atoms: readonly Atom[], at: number): boolean {
  const word = close(atoms, at)
  const isTime = word === 'heure' || word === 'minute'
  if (!isTime && !(word === 'seconde' && /mètres?$/.test(previous(atoms, at)))) return false
  const after = close(atoms, at + 1)
  return !/^(?:de|du|des|d'|prévue?|où|h|\d.*)$/.test(after) && !isFrenchNumberWord(after)
}
