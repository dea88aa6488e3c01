import { close, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchMeasured } from './french-measured.ts'
import { frenchUnitAt } from './french-unit-at.ts'

const links = wordSet('à de est était')

/** « 2.5 »; « 1.000 » may be a thousand. */
const pointDecimal = /^(?:\d{1,3}\.\d{1,2}|0\.\d+)$/
const number = /^\d+(?:[.,]\d+)?$/
const unitWithBars =
  /^(?:g|k?g|mc?g|µg|ng|pg|m?L|dL|[mµnp]?mol|mEq|m?UI?|kcal|mm)(?:\/(?:k?g|mg|mL|d?L|h|min|j|jour|m²|mmol|mol|dose))+$/

/**
 * What an engine wrote itself: « Potassium 4.1 » is 4,1 and « 50 mg/kg/j » stays together. A version, a paragraph or a date
 * keeps its point.
 */
export function readFrenchWrittenValue(reading: Reading, at: number): readonly Span[] | null {
  const { tokens, firstAtom } = reading
  const token = tokens[at]
  const core = token?.core ?? ''
  if (!number.test(core) || token?.before !== '') return null
  const from = firstAtom[at] ?? 0
  if (frenchUnitAt(reading.atoms, from + 1)) return null
  const isDecimal = pointDecimal.test(core)
  const unit = token.after === '' ? unitAfter(reading, at + 1, isDecimal) : null
  if (unit === null && !(isDecimal && isMeasured(reading, from))) return null
  const write: Step['write'] = ({ decimalMark, unitSpace }) => {
    const digits = isDecimal ? core.replace('.', decimalMark) : core
    return unit === null ? digits : digits + unitSpace + unit
  }
  const to = unit === null ? from + 1 : from + 2
  const span = valueFrom(reading, 'measure', [{ from, to, rule: 'measure.written', write }])
  return span && [span]
}

/** « g/dL », or a letter alone, which no rule for said words takes: of metres and litres only after a decimal. */
function unitAfter({ tokens }: Reading, at: number, isDecimal: boolean): string | null {
  const { core = '', before = '' } = tokens[at] ?? {}
  if (before !== '') return null
  const isGram = core === 'g' && !/^p/i.test(tokens[at + 1]?.core ?? '')
  return isGram || (isDecimal && /^[mL]$/.test(core)) || unitWithBars.test(core) ? core : null
}

/** « Potassium à 4.1 », and the second end of « INR de 2.5 à 3.5 ». */
function isMeasured({ atoms }: Reading, from: number): boolean {
  const before = previous(atoms, from)
  if (frenchMeasured.has(before)) return true
  if (!links.has(before)) return false
  // « le pH est à 7.31 »
  const isLinked = links.has(previous(atoms, from, 2))
  const further = previous(atoms, from, isLinked ? 3 : 2)
  if (frenchMeasured.has(further)) return true
  return pointDecimal.test(further) && close(atoms, from - 1) === 'à'
}
