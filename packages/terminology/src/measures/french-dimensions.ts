import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import type { SaidNumeral } from '../numbers/said-numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { frenchUnitAt } from './french-unit-at.ts'
import { numeralStep, unitStep } from './measure-steps.ts'
import type { SaidUnit } from './said-unit.ts'

type Side = { readonly said: SaidNumeral; readonly unit: SaidUnit | null; readonly to: number }

/** « deux par trois sur quatre centimètres »: the unit at the end is for all of them. */
export function readFrenchDimensions(reading: Reading, at: number): readonly Span[] | null {
  const sides = sidesFrom(reading.atoms, reading.firstAtom[at] ?? 0)
  const last = sides.at(-1)
  if (sides.length < 2 || last?.unit?.quantity !== 'length' || last.unit.isRatio) return null
  const span = valueFrom(reading, 'measure', sides.flatMap(sideSteps))
  return span && [span]
}

function sidesFrom(atoms: readonly Atom[], from: number): readonly Side[] {
  const sides: Side[] = []
  for (let at = from; sides.length < 4; ) {
    const said = frenchNumeralAt(atoms, at)
    if (!said || said.value < 0) return []
    const unit = frenchUnitAt(atoms, said.to)
    const to = unit?.to ?? said.to
    sides.push({ said, unit, to })
    if (!/^(?:par|sur|x|fois)$/.test(close(atoms, to)) || close(atoms, to + 1) === '') return sides
    at = to + 1
  }
  return sides
}

function sideSteps({ said, unit }: Side, index: number): readonly Step[] {
  const number = numeralStep(said)
  const unitSteps = unit ? [unitStep(unit)] : []
  if (index === 0) return [number, ...unitSteps]
  const by: Step = {
    from: said.from - 1,
    to: said.from,
    rule: 'measure.dimensions',
    left: 'space',
    write: ({ dimensionSign }) => dimensionSign,
  }
  return [by, { ...number, left: 'space' }, ...unitSteps]
}
