import type { WritingProfile } from '../locale-profile.ts'
import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { unitStep } from '../measures/measure-steps.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { frenchPartsAt } from './french-fraction.ts'
import { frenchNumeralAt } from './french-numeral.ts'
import {
  decimalOf,
  type MixedNumber,
  type Part,
  writeMixed,
  writeMixedDecimal,
} from './mixed-number.ts'

/**
 * « deux et demi », « trois et trois quarts », « deux millions et demi », « deux et demi pour cent ». « Huit et demie » is more
 * often a time, and « deux mille et demi » may be 2500.
 */
export function readFrenchMixedNumber(reading: Reading, at: number): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  const mixed = mixedAt(reading.atoms, from)
  if (!mixed) return null
  const { to, scale } = mixed
  const unit = scale === null ? frenchUnitAt(reading.atoms, to) : null
  const isDecimal = scale !== null || (unit !== null && unit.symbol !== null)
  const write = (profile: WritingProfile) => {
    const number = isDecimal ? writeMixedDecimal(mixed, profile) : writeMixed(mixed, profile)
    return scale === null ? number : `${number} ${scale}`
  }
  const span = valueFrom(reading, unit ? 'measure' : 'fraction', [
    { from, to, rule: 'number.fraction', write },
    ...(unit ? [unitStep(unit)] : []),
  ])
  return span && [span]
}

function mixedAt(atoms: readonly Atom[], from: number): MixedNumber | null {
  const said = frenchNumeralAt(atoms, from)
  if (!said?.isWhole || said.value < 1 || 'written' in said.numeral) return null
  if (close(atoms, said.to) !== 'et' || /^(?:cents?|mille)$/.test(atoms[said.to - 1]?.text ?? ''))
    return null
  const part = partAt(atoms, said.to + 1)
  const { integer, scale = null } = said.numeral
  if (!part || (scale !== null && decimalOf(part) === undefined)) return null
  return { ...part, from, integer, scale }
}

/** « demi », « quart », « un quart », « deux tiers ». */
function partAt(atoms: readonly Atom[], at: number): Part | null {
  const word = close(atoms, at)
  if (word === 'demi') return { top: 1, bottom: 2, to: at + 1 }
  if (word === 'quart') return { top: 1, bottom: 4, to: at + 1 }
  const one = word === 'un' ? /^(?:tiers|quart)$/.exec(close(atoms, at + 1))?.[0] : undefined
  if (one) return { top: 1, bottom: one === 'tiers' ? 3 : 4, to: at + 2 }
  return word === '' ? null : frenchPartsAt(atoms, at)
}
