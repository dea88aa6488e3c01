import type { WritingProfile } from '../locale-profile.ts'
import type { Span, ValuePart, ValueType } from '../reading/span.ts'
import { type Numeral, writeNumeral } from './numeral.ts'
import type { UnitSymbol } from './units.ts'

export type SpokenNumber =
  | { readonly form: 'cardinal'; readonly numeral: Numeral }
  /** `unitFrom` is the token where the unit begins. */
  | {
      readonly form: 'measure'
      readonly numeral: Numeral
      readonly unit: UnitSymbol
      readonly unitFrom: number
    }
  | {
      readonly form: 'ratio'
      readonly left: Numeral
      readonly right: Numeral
      readonly unit: UnitSymbol | null
    }
  | { readonly form: 'year'; readonly year: number }
  | { readonly form: 'first-of-month' }

export function numberSpan(from: number, to: number, number: SpokenNumber): Span {
  return { from, to, kind: 'value', type: typeOf(number), parts: partsOf(from, to, number) }
}

function typeOf({ form }: SpokenNumber): ValueType {
  switch (form) {
    case 'cardinal':
      return 'number'
    case 'measure':
    case 'ratio':
      return form
    case 'year':
    case 'first-of-month':
      return 'date'
  }
}

/** A measure has one rule for its digits and one for its unit. */
function partsOf(from: number, to: number, number: SpokenNumber): readonly ValuePart[] {
  switch (number.form) {
    case 'cardinal':
      return [numeralPart(from, to, number.numeral)]
    case 'measure': {
      const { numeral, unit, unitFrom } = number
      return [
        numeralPart(from, unitFrom, numeral),
        {
          from: unitFrom,
          to,
          rule: 'unit.short-form',
          write: () => unit.symbol,
          left: unit.space,
        },
      ]
    }
    case 'ratio':
      return [{ from, to, rule: 'number.ratio', write: (profile) => writeRatio(number, profile) }]
    case 'year':
      return [{ from, to, rule: 'number.year', write: () => String(number.year) }]
    case 'first-of-month':
      return [{ from, to, rule: 'number.first-of-month', write: () => '1er' }]
  }
}

function numeralPart(from: number, to: number, numeral: Numeral): ValuePart {
  const isWhole = 'written' in numeral || numeral.fraction === null
  const rule = isWhole ? 'number.cardinal' : 'number.decimal'
  return { from, to, rule, write: (profile) => writeNumeral(numeral, profile) }
}

function writeRatio(
  { left, right, unit }: Extract<SpokenNumber, { form: 'ratio' }>,
  profile: WritingProfile,
): string {
  const ratio = `${writeNumeral(left, profile)}/${writeNumeral(right, profile)}`
  return unit ? ratio + gapBefore(unit, profile) + unit.symbol : ratio
}

function gapBefore({ space }: UnitSymbol, profile: WritingProfile): string {
  if (space === 'none') return ''
  return space === 'percent' ? profile.percentSpace : profile.unitSpace
}
