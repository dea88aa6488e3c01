import type { RuleApplication } from '@plume/transcript'
import type { LocaleProfile } from '../locale-profile.ts'
import { type Numeral, writeNumeral } from '../numbers/numeral.ts'
import type { UnitSymbol } from '../numbers/units.ts'
import type { SpokenNumber } from '../reading/span.ts'

type Written = { readonly text: string; readonly rules: readonly RuleApplication[] }
/** What was said in tokens `[from, to)`. */
export type Said = (from: number, to: number) => string

/** A number for a locale, with one rule for its digits and one for its unit. */
export function writeNumber(
  number: SpokenNumber,
  span: { readonly from: number; readonly to: number },
  said: Said,
  profile: LocaleProfile,
): Written {
  const { from, to } = span
  switch (number.form) {
    case 'cardinal':
      return oneRule(ruleOf(number.numeral), said(from, to), writeNumeral(number.numeral, profile))
    case 'measure': {
      const { numeral, unit, unitFrom } = number
      const digits = oneRule(ruleOf(numeral), said(from, unitFrom), writeNumeral(numeral, profile))
      const symbol = oneRule('unit.short-form', said(unitFrom, to), unit.symbol)
      return {
        text: digits.text + spaceBefore(unit, profile) + symbol.text,
        rules: [...digits.rules, ...symbol.rules],
      }
    }
    case 'ratio': {
      const { left, right, unit } = number
      const ratio = `${writeNumeral(left, profile)}/${writeNumeral(right, profile)}`
      const text = unit ? ratio + spaceBefore(unit, profile) + unit.symbol : ratio
      return oneRule('number.ratio', said(from, to), text)
    }
    case 'year':
      return oneRule('number.year', said(from, to), String(number.year))
    case 'first-of-month':
      return oneRule('number.first-of-month', said(from, to), '1er')
  }
}

function ruleOf(numeral: Numeral): string {
  return 'written' in numeral || numeral.fraction === null ? 'number.cardinal' : 'number.decimal'
}

/** Digits that the engine wrote itself leave no rule. */
function oneRule(rule: string, before: string, text: string): Written {
  return { text, rules: before === text ? [] : [{ rule, before, after: text }] }
}

function spaceBefore(unit: UnitSymbol, profile: LocaleProfile): string {
  if (unit.space === 'none') return ''
  return unit.space === 'percent' ? profile.percentSpace : profile.unitSpace
}
