import { englishNumeralAt } from '../numbers/english-numeral.ts'
import { valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { sideSteps, sidesAt } from './dimensions.ts'
import { englishUnitAt } from './english-unit-at.ts'
import { isWrittenUnit } from './measure-steps.ts'

const language = {
  numeralAt: englishNumeralAt,
  unitAt: englishUnitAt,
  by: new Set(['by', 'x', 'times']),
}

/** "two by three by four centimetres": the unit at the end is for all of them, and is written where it was said. */
export function readEnglishDimensions(reading: Reading, at: number): readonly Span[] | null {
  const sides = sidesAt(reading.atoms, reading.firstAtom[at] ?? 0, language)
  const last = sides.at(-1)
  if (sides.length < 2 || last?.unit?.quantity !== 'length') return null
  if (sides.every(({ said }) => said.isWritten) && isWrittenUnit(reading, last.unit)) return null
  const span = valueFrom(reading, 'measure', sides.flatMap(sideSteps))
  return span && [span]
}
