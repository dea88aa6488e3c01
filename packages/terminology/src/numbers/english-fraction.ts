import type { WritingProfile } from '../locale-profile.ts'
import { englishUnitAt } from '../measures/english-unit-at.ts'
import { unitStep } from '../measures/measure-steps.ts'
import { isExactUnit } from '../measures/part-of-unit.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { fractionPartAt, partOfInchAt } from './english-fraction-part.ts'
import { englishMixedAt, mixedUnitAt } from './english-mixed.ts'
import { englishNumeralAt, isSign, type SaidNumeral, signs } from './english-numeral.ts'
import { type MixedNumber, type Part, writeMixed, writeMixedDecimal } from './mixed-number.ts'

/** "two thirds", "one half", "one and a half tablets"; "half" alone and "a third" stay words. */
export function readEnglishFraction(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const first = firstAtom[at] ?? 0
  const sign = signs.get(atoms[first]?.text ?? '') ?? ''
  const from = sign === '' ? first : first + 1
  if (sign !== '' && close(atoms, from) === '') return null
  const inch = sign === '' ? partOfInchAt(atoms, from) : null
  if (inch) return writePart(reading, first, inch)
  const mixed = englishMixedAt(atoms, from)
  if (mixed === 'doubt')
    return doubtUpTo(atoms, from, (englishNumeralAt(atoms, from)?.to ?? from) + 3)
  if (!mixed) return readPart(reading, from, sign)
  if (sign !== '' && !isSigned(atoms, first, mixed.to)) return null
  return readMixed(reading, sign === '' ? mixed : withSign(mixed, sign))
}

/** "the swab was negative one third of the time": only "minus" is a sign where the sentence goes on. */
function isSigned(atoms: readonly Atom[], at: number, to: number): boolean {
  const isEnd = close(atoms, to) === ''
  return (isEnd || atoms[at]?.text === 'minus') && isSign(atoms, at, { to, isWhole: false })
}

/** "minus two and a half". */
function withSign(mixed: MixedNumber, sign: string): MixedNumber {
  return { ...mixed, from: mixed.from - 1, integer: sign + mixed.integer }
}

function readPart(reading: Reading, from: number, sign: string): readonly Span[] | null {
  const { atoms } = reading
  const said = englishNumeralAt(atoms, from)
  if (!said?.isWhole || said.isWritten || said.isArticle || said.value < 0) return null
  // "two-thirds" is how prose writes it already.
  if (atoms[said.to]?.joint === 'hyphen') return null
  const halves = sign === '' ? doubtHalves(reading, said) : null
  if (halves) return halves
  const part = fractionPartAt(atoms, said.to, said.value)
  // "the first three quarters" are of a year.
  if (!part || /^(?:first|last|past|next|previous)$/.test(previous(atoms, from))) return null
  // "six of one, half a dozen of the other"
  if (previous(atoms, from) === 'of' && close(atoms, part.to) === 'a') return null
  const start = sign === '' ? from : from - 1
  if (sign !== '' && !isSigned(atoms, start, part.to)) return null
  return writePart(reading, start, part, sign)
}

function writePart(
  reading: Reading,
  from: number,
  { top, bottom, to }: Part,
  sign = '',
): readonly Span[] | null {
  const write = `${sign}${top}/${bottom}`
  const span = valueFrom(reading, 'fraction', [{ from, to, rule: 'number.fraction', write }])
  return span && [span]
}

/**
 * "one hundred one half", "twenty one half tablets": the one may be of the half. "three half milligram tablets": three of
 * them, or three and a half milligrams.
 */
function doubtHalves({ atoms }: Reading, { from, to, value }: SaidNumeral): readonly Span[] | null {
  if (value <= 1 || !/^(?:half|quarter)$/.test(close(atoms, to))) return null
  const isOne = to > from + 1 && atoms[to - 1]?.text === 'one' && atoms[to - 1]?.joint === 'space'
  const unit = englishUnitAt(atoms, to + 1)
  const isExact = unit !== null && isExactUnit(unit)
  return isOne || isExact ? doubtUpTo(atoms, from, isExact ? unit.to : to + 1) : null
}

/** "two and a half", "three and three quarters", with the unit if one follows. */
function readMixed(reading: Reading, mixed: MixedNumber): readonly Span[] | null {
  const { from, to, scale } = mixed
  const unit = scale === null ? mixedUnitAt(reading.atoms, to) : null
  const isDecimal = scale !== null || (unit !== null && unit.symbol !== null)
  const write = (profile: WritingProfile) => {
    const number = isDecimal ? writeMixedDecimal(mixed, profile) : writeMixed(mixed, profile)
    return scale === null ? number : `${number} ${scale}`
  }
  const span = valueFrom(reading, unit ? 'measure' : 'fraction', [
    { from, to: unit?.from ?? to, rule: 'number.fraction', write },
    ...(unit ? [unitStep(unit)] : []),
  ])
  return span && [span]
}
