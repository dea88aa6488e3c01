import type { WritingProfile } from '../locale-profile.ts'

/** A part of one, and the atom after it. */
export type Part = { readonly top: number; readonly bottom: number; readonly to: number }

/** A whole number and a part of one: "two and a half", "one hundred and one half", "two and a half million", « deux et demi ». */
export type MixedNumber = Part & {
  readonly from: number
  readonly integer: string
  /** A word that was said after it, or inside it: "two million and a half" is 2.5 million. */
  readonly scale: string | null
}

const glyphs = new Map([
  ['1/2', '½'],
  ['1/4', '¼'],
  ['3/4', '¾'],
])
const decimals = new Map([
  ['1/2', '5'],
  ['1/4', '25'],
  ['3/4', '75'],
])

/** The digits after the mark, where they are exact. */
export const decimalOf = ({ top, bottom }: Part) => decimals.get(`${top}/${bottom}`)

/** 2½, 2 1/2 or 2.5, as the profile has it. */
export function writeMixed(mixed: MixedNumber, profile: WritingProfile): string {
  const fraction = `${mixed.top}/${mixed.bottom}`
  const glyph = glyphs.get(fraction)
  if (profile.mixedFraction === 'glyph' && glyph) return mixed.integer + glyph
  if (profile.mixedFraction === 'decimal') return writeMixedDecimal(mixed, profile)
  return `${mixed.integer} ${fraction}`
}

/** Before the symbol of a unit, or a scale: 2.5 mg, 2.5 million; only where the decimal is exact. */
export function writeMixedDecimal(mixed: MixedNumber, { decimalMark }: WritingProfile): string {
  const decimal = decimalOf(mixed)
  return decimal
    ? mixed.integer + decimalMark + decimal
    : `${mixed.integer} ${mixed.top}/${mixed.bottom}`
}
