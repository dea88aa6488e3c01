import type { Atom } from '../reading/atoms.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import type { SaidUnit } from './said-unit.ts'

/** A part that was said of one unit: what follows the decimal mark, and the atom after its words. */
export type Part = { readonly fraction: '25' | '5' | '75'; readonly to: number }

/**
 * Units of which a part is written as a decimal: what drugs and lesions are measured in. "half a litre" and « un demi-mètre »
 * are as clear in words.
 */
export function isExactUnit({ symbol }: SaidUnit): boolean {
  return /^(?:mg|mcg|g|mEq|mmol|mL|mm|cm)(?:\/|$)/.test(symbol ?? '')
}

/**
 * "half a milligram" is 0.5 mg: a decimal with its zero is what a dose is read back by. One step, because a hyphen may
 * stand inside: « un demi-milligramme ».
 */
export function writePartOfUnit(
  reading: Reading,
  from: number,
  { fraction }: Part,
  { symbol, to }: SaidUnit,
): readonly Span[] | null {
  const write: Step['write'] = ({ decimalMark, unitSpace }) =>
    `0${decimalMark}${fraction}${unitSpace}${symbol}`
  const span = valueFrom(reading, 'measure', [{ from, to, rule: 'measure.part', write }])
  return span && [span]
}

/** The word at an atom or, for an article that may stand before it, the atom after that. */
export function after(atoms: readonly Atom[], at: number, words: RegExp): number {
  return words.test(close(atoms, at)) ? at + 1 : at
}
