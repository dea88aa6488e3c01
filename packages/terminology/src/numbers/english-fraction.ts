import type { WritingProfile } from '../locale-profile.ts'
import { unitFrom } from '../measures/english-part-of-unit.ts'
import { englishUnitAt } from '../measures/english-unit-at.ts'
import { unitStep } from '../measures/measure-steps.ts'
import { isExactUnit } from '../measures/part-of-unit.ts'
import type { SaidUnit } from '../measures/said-unit.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { isLargeScale } from './english-cardinal.ts'
import { englishNumeralAt, type SaidNumeral } from './english-numeral.ts'

const denominators: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ...(
    [
      ['third', 3],
      ['quarter', 4],
      ['fourth', 4],
      ['fifth', 5],
      ['sixth', 6],
      ['seventh', 7],
      ['eighth', 8],
      ['ninth', 9],
      ['tenth', 10],
      ['twelfth', 12],
      ['sixteenth', 16],
      ['twentieth', 20],
      ['hundredth', 100],
      ['thousandth', 1000],
    ] as const
  ).flatMap(([word, value]) => [[word, value] as const, [`${word}s`, value] as const]),
])

type Part = { readonly top: number; readonly bottom: number; readonly to: number }

/** "two thirds", "one half", "one and a half tablets"; "half" alone and "a third" stay words. */
export function readEnglishFraction(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = englishNumeralAt(atoms, from)
  if (!said?.isWhole || said.isWritten || said.isArticle || said.value < 0) return null
  if (close(atoms, said.to) === 'and') return readMixed(reading, said)
  // "two-thirds" is how prose writes it already.
  if (atoms[said.to]?.joint === 'hyphen') return null
  const part = partAfter(atoms, said.to, said.value)
  if (!part) return null
  if (said.value > 1 && close(atoms, said.to) === 'half') {
    // "three half milligram tablets": three of them, or three and a half milligrams.
    const unit = englishUnitAt(atoms, part.to)
    if (unit) return isExactUnit(unit) ? doubtUpTo(atoms, from, unit.to) : null
  }
  const span = valueFrom(reading, 'fraction', [
    { from, to: part.to, rule: 'number.fraction', write: () => `${part.top}/${part.bottom}` },
  ])
  return span && [span]
}

/** The denominator after a numerator: plural after two and more; "one fifth" but not "one fifth toe". */
function partAfter(atoms: readonly Atom[], at: number, top: number): Part | null {
  const word = close(atoms, at)
  const bottom = denominators.get(word)
  if (bottom === undefined || top < 1 || top > 999) return null
  const isPlural = word.endsWith('s')
  if (top === 1 ? isPlural : !isPlural && word !== 'half') return null
  if (top === 1 && bottom > 4 && close(atoms, at + 1) !== 'of') return null
  return { top, bottom, to: at + 1 }
}

/** "two and a half", "three and three quarters", with the unit if one follows. */
function readMixed(reading: Reading, whole: SaidNumeral): readonly Span[] | null {
  const { atoms } = reading
  const part = mixedPart(atoms, whole.to + 1)
  if (!part || 'written' in whole.numeral) return null
  const { integer } = whole.numeral
  const scale = close(atoms, part.to)
  const hasScale = isLargeScale(scale)
  const unit = hasScale ? null : mixedUnit(atoms, part)
  const isDecimal = hasScale || (unit !== null && unit.symbol !== null)
  const write = (profile: WritingProfile) =>
    isDecimal ? asDecimal(integer, part, profile) : asMixed(integer, part, profile)
  const { from } = whole
  const span = valueFrom(reading, unit ? 'measure' : 'fraction', [
    { from, to: unit?.from ?? part.to, rule: 'number.fraction', write },
    ...(hasScale
      ? [{ from: part.to, to: part.to + 1, rule: 'number.fraction', left: 'space' } as const]
      : []),
    ...(unit ? [unitStep(unit)] : []),
  ])
  return span && [span]
}

/** "one and a half milligrams", "one and three quarters of a milligram". */
function mixedUnit(atoms: readonly Atom[], { to }: Part): SaidUnit | null {
  const unit = englishUnitAt(atoms, to)
  if (unit) return unit
  const of = englishUnitAt(atoms, unitFrom(atoms, to))
  return of && isExactUnit(of) ? of : null
}

function mixedPart(atoms: readonly Atom[], at: number): Part | null {
  if (close(atoms, at) === 'a') return partAfter(atoms, at + 1, 1)
  if (close(atoms, at) === 'half') {
    // "five and half milligrams"; but "five and half of the tablets".
    const part = { top: 1, bottom: 2, to: at + 1 }
    return close(atoms, part.to) !== 'of' && isExact(mixedUnit(atoms, part)) ? part : null
  }
  const top = close(atoms, at) === '' ? null : englishNumeralAt(atoms, at)
  return top?.isWhole ? partAfter(atoms, top.to, top.value) : null
}

const isExact = (unit: SaidUnit | null) => unit !== null && isExactUnit(unit)

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

function asMixed(integer: string, { top, bottom }: Part, profile: WritingProfile): string {
  const fraction = `${top}/${bottom}`
  const glyph = glyphs.get(fraction)
  if (profile.mixedFraction === 'glyph' && glyph) return integer + glyph
  if (profile.mixedFraction === 'decimal')
    return asDecimal(integer, { top, bottom, to: 0 }, profile)
  return `${integer} ${fraction}`
}

/** Before the symbol of a unit: 2.5 mg; only where the decimal is exact. */
function asDecimal(integer: string, { top, bottom }: Part, profile: WritingProfile): string {
  const decimal = decimals.get(`${top}/${bottom}`)
  return decimal ? integer + profile.decimalMark + decimal : `${integer} ${top}/${bottom}`
}
