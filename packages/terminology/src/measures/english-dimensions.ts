import { englishNumeralAt } from '../numbers/english-numeral.ts'
import { type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { type Side, sideSteps, sidesAt } from './dimensions.ts'
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
  const span = valueFrom(
    reading,
    'measure',
    sides.every(isInWords) ? inWords(sides) : sides.flatMap(sideSteps),
  )
  return span && [span]
}

/** "twelve inches": its unit stays a word. */
const isInWords = ({ unit }: Side) => unit !== null && unit.symbol === null

/** "twelve inches by eight inches": between words, "by" stays one. */
const inWords = (sides: readonly Side[]): readonly Step[] =>
  sides.flatMap((side, index) =>
    sideSteps(side, index).map((step) =>
      step.rule === 'measure.dimensions'
        ? { from: step.from, to: step.to, rule: step.rule, left: 'space' as const }
        : step,
    ),
  )
