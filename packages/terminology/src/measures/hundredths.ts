import type { Numeral } from '../numbers/numeral.ts'

/** Money has two digits after the mark: 12.50 for "twelve point five". Millions and what was written stay. */
export function withHundredths(numeral: Numeral): Numeral {
  if ('written' in numeral || numeral.fraction === null || numeral.scale !== undefined)
    return numeral
  return { ...numeral, fraction: numeral.fraction.padEnd(2, '0') }
}
