import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { sideSteps, sidesAt } from './dimensions.ts'
import { frenchUnitAt } from './french-unit-at.ts'

const language = {
  numeralAt: frenchNumeralAt,
  unitAt: frenchUnitAt,
  by: new Set(['par', 'sur', 'x', 'fois']),
}

/** « deux par trois sur quatre centimètres »: the unit at the end is for all of them. */
export function readFrenchDimensions(reading: Reading, at: number): readonly Span[] | null {
  const steps = frenchDimensionSteps(reading.atoms, reading.firstAtom[at] ?? 0)
  const span = steps && valueFrom(reading, 'measure', steps)
  return span && [span]
}

export function frenchDimensionSteps(atoms: readonly Atom[], from: number): readonly Step[] | null {
  const sides = sidesAt(atoms, from, language)
  const last = sides.at(-1)
  if (sides.length < 2 || last?.unit?.quantity !== 'length' || last.unit.isRatio) return null
  return sides.flatMap(sideSteps)
}
