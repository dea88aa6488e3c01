import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import { type Span, writtenFor } from '../reading/span.ts'
import { frenchDimensionSteps } from './french-dimensions.ts'
import { frenchUnitAt } from './french-unit-at.ts'
import { measureSteps, numeralStep } from './measure-steps.ts'

/** What « un » may be glued to, and what stands before digits. « L'un virgule deux autres » counts nothing. */
export const frenchElisions: ReadonlyMap<string, string> = new Map([
  ["d'", 'de'],
  ["qu'", 'que'],
])

/**
 * « d'un virgule quatre centimètre » is de 1,4 cm: no sentence pauses after « d'un », so the comma is the decimal's. Without
 * a decimal « un » is an article.
 */
export function readFrenchElidedOne(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom, tokens } = reading
  const from = firstAtom[at] ?? 0
  if (close(atoms, from + 1) !== 'un' || close(atoms, from + 2) !== 'virgule') return null
  const [first, ...others] = decimalSteps(atoms, from + 1)
  const word = frenchElisions.get(atoms[from]?.text ?? '')
  if (!first || word === undefined) return null
  const before = /^[DQ]/.test(tokens[at]?.core ?? '') ? capital(word) : word
  const write: Step['write'] = (profile) => `${before} ${writtenFor(profile, first.write ?? '')}`
  const span = valueFrom(reading, 'measure', [{ ...first, from, write }, ...others])
  return span && [span]
}

/** A decimal alone, with its unit, or the first side of what was measured. */
function decimalSteps(atoms: readonly Atom[], from: number): readonly Step[] {
  const said = frenchNumeralAt(atoms, from)
  if (!said || said.isWhole) return []
  const sides = frenchDimensionSteps(atoms, from)
  const unit = frenchUnitAt(atoms, said.to)
  return sides ?? (unit ? measureSteps(said, unit) : [numeralStep(said)])
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
