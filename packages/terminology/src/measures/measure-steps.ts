import { numeralWriting } from '../numbers/numeral.ts'
import type { SaidNumeral } from '../numbers/said-numeral.ts'
import type { Step } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { SaidUnit } from './said-unit.ts'

/** What is written already stays, whatever the profile would put between number and unit. */
export function isWrittenUnit({ tokens, atoms }: Reading, { from, to, symbol }: SaidUnit): boolean {
  const first = atoms[from]?.token ?? 0
  const end = (atoms[to - 1]?.token ?? 0) + 1
  const said = tokens.slice(first, end).map(({ core }) => core)
  return (
    symbol === null ||
    (said.join(' ') === symbol && symbol !== '%') ||
    atoms[from]?.joint === 'hyphen'
  )
}

/** The digits and the unit of a measure; the unit stands apart as the profile says. */
export function measureSteps(said: SaidNumeral, unit: SaidUnit): readonly Step[] {
  return [numeralStep(said, unit), unitStep(unit)]
}

export function numeralStep(said: SaidNumeral, unit: SaidUnit | null = null): Step {
  const { from, to } = said
  const isDose =
    unit !== null && !unit.isRatio && (unit.quantity === 'mass' || unit.quantity === 'dose')
  const trimmed = isDose ? withoutTrailingZeros(said) : said.numeral
  const rule = trimmed === said.numeral ? said.rule : 'number.safe-zeros'
  return { from, to, rule, write: numeralWriting(trimmed) }
}

/** A dose never ends in a zero after the mark: 5.0 mg is given as 50 (Joint Commission, ISMP). */
function withoutTrailingZeros({ numeral }: SaidNumeral): SaidNumeral['numeral'] {
  if ('written' in numeral) {
    const written = safeWritten(numeral.written)
    return written === numeral.written ? numeral : { written }
  }
  if (numeral.fraction === null) return numeral
  const fraction = numeral.fraction.replace(/0+$/, '')
  if (fraction === numeral.fraction) return numeral
  return { ...numeral, fraction: fraction === '' ? null : fraction }
}

/** In a dose that the engine wrote: ".5" is 0.5 and "5.0" is 5, « ,5 » 0,5 and « 5,0 » 5. "5,000" is five thousand. */
function safeWritten(written: string): string {
  const whole = /^[.,]/.test(written) ? `0${written}` : written
  return whole.replace(/(?:\.(?!000$)0+|,0{1,2})$/, '')
}

/** True for a written dose whose zeros are not safe. */
export function isRewritten(said: SaidNumeral, unit: SaidUnit): boolean {
  return said.isWritten && numeralStep(said, unit).rule === 'number.safe-zeros'
}

/** True for what drugs are given in and nothing else is measured in, as numbers that were said before a dose show. */
export function isDrugUnit({ symbol, quantity }: SaidUnit): boolean {
  return quantity === 'dose' || (symbol !== null && drugSymbols.has(symbol))
}

const drugSymbols: ReadonlySet<string> = new Set(['mg', 'mcg', 'mEq', 'mmol'])

/** True for a number that is said as two which could stand alone: seventy-two, a hundred and five; not for fifty. */
export function mayBeSplit({ value, isWhole }: SaidNumeral): boolean {
  return isWhole && value > 20 && value % (value < 100 ? 10 : 100) !== 0
}

/** A unit after a number, or after the last of several. */
export function unitStep({ from, to, symbol, gap }: SaidUnit): Step {
  const rule = 'unit.short-form'
  return symbol === null
    ? { from, to, rule, left: 'space' }
    : { from, to, rule, left: gap, write: symbol }
}
