import type { Atom } from '../reading/atoms.ts'
import { close, matchAtoms, next } from '../reading/match-atoms.ts'
import { rememberAt } from '../reading/remember-at.ts'
import { englishUnits } from './english-units.ts'
import type { SaidUnit } from './said-unit.ts'
import type { Unit } from './unit.ts'

const powers = new Map([
  ['square', '²'],
  ['sq', '²'],
  ['cubic', '³'],
  ['squared', '²'],
  ['cubed', '³'],
])

/** The unit that begins at an atom, which may follow its number after a hesitation or a hyphen. */
export const englishUnitAt = rememberAt((atoms, from): SaidUnit | null => {
  if (next(atoms, from) === '') return null
  const base = baseAt(atoms, from)
  if (!base) return null
  const { symbol, unit, to } = base
  const { quantity, gap } = unit
  const ratio = { symbol: symbol ?? saidWords(atoms, from, to), to }
  const isPlain = symbol === null && (quantity === 'time' || quantity === 'rate')
  if (isPlain || quantity === 'proportion')
    return { symbol, quantity, gap, isRatio: false, from, to }
  for (let under = underAt(atoms, ratio.to, symbol, ratio.symbol); under; ) {
    ratio.symbol += `/${under.symbol}`
    ratio.to = under.to
    under = underAt(atoms, ratio.to, symbol, ratio.symbol)
  }
  const isRatio = ratio.to > to
  return { symbol: isRatio ? ratio.symbol : symbol, quantity, gap, isRatio, from, to: ratio.to }
})

type Base = { readonly unit: Unit; readonly symbol: string | null; readonly to: number }

/** "square metres", "cubic centimetres", "metres squared", or a unit alone. */
function baseAt(atoms: readonly Atom[], from: number): Base | null {
  const power = powers.get(atoms[from]?.text ?? '')
  const match = matchAtoms(englishUnits, atoms, power ? from + 1 : from)
  if (!match) return null
  const { meaning: unit, to } = match
  if (power) {
    if (unit.quantity !== 'length' || close(atoms, from + 1) === '') return null
    return { unit, symbol: unit.symbol && unit.symbol + power, to }
  }
  const after = close(atoms, to)
  if (unit.notBefore?.has(after)) return null
  const raised = unit.quantity === 'length' ? powers.get(after) : undefined
  if (raised && unit.symbol && after.endsWith('ed')) {
    return { unit, symbol: unit.symbol + raised, to: to + 1 }
  }
  return { unit, symbol: unit.symbol, to }
}

/**
 * What is counted for. Time goes under a bar for rates ("mL/h", "mcg/kg/min"), but "5 mg per day" stays as
 * it was said: a slash before "day" is misread in an order (ISMP).
 */
function underAt(
  atoms: readonly Atom[],
  at: number,
  symbol: string | null,
  soFar: string,
): { readonly symbol: string; readonly to: number } | null {
  const per = close(atoms, at)
  if (per !== 'per' && per !== 'a' && per !== 'an') return null
  const base = close(atoms, at + 1) === '' ? null : baseAt(atoms, at + 1)
  if (!base || base.unit.under === null) return null
  const isTime = base.unit.quantity === 'time'
  if (per !== 'per' && base.unit.under !== 'h') return null
  if (isTime && symbol === null && !soFar.includes('/')) return null
  if ((base.unit.under === 'day' || base.unit.under === 'week') && !soFar.includes('/')) return null
  // "metres per second squared" is an acceleration.
  const raised = base.unit.under === 's' ? powers.get(close(atoms, base.to)) : undefined
  if (raised) return { symbol: base.unit.under + raised, to: base.to + 1 }
  return { symbol: isTime ? base.unit.under : (base.symbol ?? base.unit.under), to: base.to }
}

function saidWords(atoms: readonly Atom[], from: number, to: number): string {
  return atoms
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
}
