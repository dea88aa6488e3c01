import { englishNumeralAt, type SaidNumeral } from '../numbers/english-numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { englishUnitAt } from './english-unit-at.ts'
import { isWrittenUnit, numeralStep, unitStep } from './measure-steps.ts'
import type { SaidUnit } from './said-unit.ts'

/** One side, with the unit where one was said after it. */
type Side = { readonly said: SaidNumeral; readonly unit: SaidUnit | null; readonly to: number }

const longest = 4

/** "two by three by four centimetres": the unit at the end is for all of them, and is written where it was said. */
export function readEnglishDimensions(reading: Reading, at: number): readonly Span[] | null {
  const sides = sidesFrom(reading.atoms, reading.firstAtom[at] ?? 0)
  const last = sides.at(-1)
  if (sides.length < 2 || last?.unit?.quantity !== 'length') return null
  if (sides.every(({ said }) => said.isWritten) && isWrittenUnit(reading, last.unit)) return null
  const span = valueFrom(reading, 'measure', sides.flatMap(sideSteps))
  return span && [span]
}

function sidesFrom(atoms: readonly Atom[], from: number): readonly Side[] {
  const sides: Side[] = []
  for (let at = from; sides.length < longest; ) {
    const said = englishNumeralAt(atoms, at)
    if (!said || said.value < 0) return []
    const unit = englishUnitAt(atoms, said.to)
    const to = unit?.to ?? said.to
    sides.push({ said, unit, to })
    if (!/^(?:by|x|times)$/.test(close(atoms, to))) return sides
    at = to + 1
    if (close(atoms, at) === '') return sides
  }
  return sides
}

function sideSteps({ said, unit }: Side, index: number): readonly Step[] {
  const number = numeralStep(said)
  const sides = unit ? [unitStep(unit)] : []
  if (index === 0) return [number, ...sides]
  const by: Step = {
    from: said.from - 1,
    to: said.from,
    rule: 'measure.dimensions',
    left: 'space',
    write: (profile) => profile.dimensionSign,
  }
  return [by, { ...number, left: 'space' }, ...sides]
}
