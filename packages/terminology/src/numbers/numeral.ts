import type { WritingProfile } from '../locale-profile.ts'
import type { Writing } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'

/** A number that was said, not yet written for a locale. */
export type Numeral =
  /** Digits without separators. `fraction` is what followed the decimal mark. */
  | {
      readonly integer: string
      readonly fraction: string | null
      readonly sign?: '-' | '+'
      /** A word that was said after it and stays one: 1.5 "million". */
      readonly scale?: string
    }
  /** Digits that the engine wrote itself: left as they are, comma or point. */
  | { readonly written: string }

/** A number that an engine wrote in digits, such as 12 or 37.5. */
export function writtenNumeral(token: Token | undefined): Numeral | null {
  return token && /^\d{1,9}(?:[.,]\d{1,9})?$/.test(token.core) ? { written: token.core } : null
}

export function isWhole(numeral: Numeral): boolean {
  return 'written' in numeral ? /^\d+$/.test(numeral.written) : numeral.fraction === null
}

/** The value of a whole numeral. */
export function wholeValueOf(numeral: Numeral): number {
  return Number('written' in numeral ? numeral.written : numeral.integer)
}

/** As each profile writes it. */
export function numeralWriting(numeral: Numeral): Writing {
  return (profile) => writeNumeral(numeral, profile)
}

export function writeNumeral(numeral: Numeral, profile: WritingProfile): string {
  if ('written' in numeral) return numeral.written
  const { integer, fraction, sign = '', scale } = numeral
  const grouped =
    integer.length < profile.groupFrom
      ? integer
      : integer.replace(/\B(?=(?:\d{3})+$)/g, profile.groupMark)
  const digits = fraction === null ? grouped : grouped + profile.decimalMark + fraction
  return scale === undefined ? sign + digits : `${sign}${digits} ${scale}`
}
