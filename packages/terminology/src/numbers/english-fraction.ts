import type { WritingProfile } from '../locale-profile.ts'
import { englishUnitAt } from '../measures/english-unit-at.ts'
import { unitStep } from '../measures/measure-steps.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
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
  const unit = hasScale ? null : englishUnitAt(atoms, part.to)
  const isDecimal = hasScale || (unit !== null && unit.symbol !== null)
  const write = (profile: WritingProfile) =>
    isDecimal ? asDecimal(integer, part, profile) : asMixed(integer, part, profile)
  const { from } = whole
  const span = valueFrom(reading, unit ? 'measure' : 'fraction', [
    { from, to: part.to, rule: 'number.fraction', write },
    ...(hasScale
      ? [{ from: part.to, to: part.to + 1, rule: 'number.fraction', left: 'space' } as const]
      : []),
    ...(unit ? [unitStep(unit)] : []),
  ])
  return span && [span]
}

function mixedPart(atoms: readonly Atom[], at: number): Part | null {
  if (close(atoms, at) === 'a') return partAfter(atoms, at + 1, 1)
  const top = close(atoms, at) === '' ? null : englishNumeralAt(atoms, at)
  return top?.isWhole ? partAfter(atoms, top.to, top.value) : null
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
