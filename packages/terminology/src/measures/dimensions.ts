import type { SaidNumeral } from '../numbers/said-numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, type Step } from '../reading/match-atoms.ts'
import { numeralStep, unitStep } from './measure-steps.ts'
import type { SaidUnit } from './said-unit.ts'

/** One side, with the unit where one was said after it. */
export type Side = { readonly said: SaidNumeral; readonly unit: SaidUnit | null }

/** How a language says sides. */
export type SideLanguage = {
  readonly numeralAt: (atoms: readonly Atom[], from: number) => SaidNumeral | null
  readonly unitAt: (atoms: readonly Atom[], from: number) => SaidUnit | null
  /** Words between two sides. */
  readonly by: ReadonlySet<string>
}

const longest = 4

/** "two by three by four centimetres": numbers with a word between them; none where one of them is below zero. */
export function sidesAt(
  atoms: readonly Atom[],
  from: number,
  { numeralAt, unitAt, by }: SideLanguage,
): readonly Side[] {
  const sides: Side[] = []
  for (let at = from; sides.length < longest; ) {
    const said = numeralAt(atoms, at)
    if (!said || said.value < 0) return []
    const unit = unitAt(atoms, said.to)
    const to = unit?.to ?? said.to
    sides.push({ said, unit })
    if (!by.has(close(atoms, to)) || close(atoms, to + 1) === '') return sides
    at = to + 1
  }
  return sides
}

/** A unit is written where it was said, and the profile's sign between the sides. */
export function sideSteps({ said, unit }: Side, index: number): readonly Step[] {
  const number = numeralStep(said)
  const units = unit ? [unitStep(unit)] : []
  if (index === 0) return [number, ...units]
  const by: Step = {
    from: said.from - 1,
    to: said.from,
    rule: 'measure.dimensions',
    left: 'space',
    write: ({ dimensionSign }) => dimensionSign,
  }
  return [by, { ...number, left: 'space' }, ...units]
}
