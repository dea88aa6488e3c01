import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { frenchCardinalOf } from '../numbers/french-cardinal.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

const rule = 'date.numeric'

/** A number of a date, as it was said: « zéro trois » is 03. */
type Field = { readonly digits: string; readonly to: number }

/**
 * « deux mille vingt-quatre tiret zéro trois tiret quinze », « zéro trois barre oblique zéro quatre … »: as it was said. Which
 * number is the month was not, so a person is asked, unless « le » stands before it, the year came first, or only one of
 * them can be a month.
 */
export function readFrenchNumericDate(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const first = fieldAt(atoms, from)
  const sign = first && signAt(atoms, first.to)
  if (!first || !sign) return readDayFirst(reading, from)
  const second = fieldAt(atoms, sign.to)
  const again = second && signAt(atoms, second.to)
  if (!second || again?.mark !== sign.mark) return null
  const third = fieldAt(atoms, again.to)
  if (!third || !isDate(first.digits, second.digits, third.digits)) return null
  const write = [first, second, third].map(({ digits }) => digits).join(sign.mark)
  const span = valueFrom(reading, 'date', [{ from, to: third.to, rule, write }])
  const isDayFirst = third.digits.length === 4 && previous(atoms, from) === 'le'
  const isSure =
    isDayFirst || first.digits.length === 4 || (third.digits.length === 4 && isDay(first, second))
  return span && [isSure || span.kind !== 'value' ? span : { ...span, doubt: 'ambiguous-date' }]
}

const isDay = (...fields: readonly Field[]) => fields.some(({ digits }) => Number(digits) > 12)

/** A year at one end and two numbers up to 31, or three of two digits: 12/03/24. */
function isDate(...digits: readonly [string, string, string]): boolean {
  const [first, second, third] = digits
  const isSmall = (text: string) => text.length <= 2 && Number(text) >= 1 && Number(text) <= 31
  if (first.length === 4) return isSmall(second) && isSmall(third)
  return isSmall(first) && isSmall(second) && /^(?:[12]\d{3}|\d{2})$/.test(third)
}

/** « zéro trois », « quinze », « deux mille vingt ». */
function fieldAt(atoms: readonly Atom[], from: number): Field | null {
  const [first, second, more] = frenchRunAt(atoms, from)
  if (!first || more || first.shape === 'written') return null
  if (!second) return /^\d{1,2}$|^[12]\d{3}$/.test(first.digits) ? first : null
  return first.digits === '0' && second.shape === 'digit'
    ? { digits: `0${second.digits}`, to: second.to }
    : null
}

function signAt(
  atoms: readonly Atom[],
  at: number,
): { readonly mark: string; readonly to: number } | null {
  const word = close(atoms, at)
  if (word === 'tiret') return { mark: '-', to: at + 1 }
  if (word === 'slash') return { mark: '/', to: at + 1 }
  if (word === 'barre')
    return { mark: '/', to: close(atoms, at + 1) === 'oblique' ? at + 2 : at + 1 }
  return null
}

const dayLeads = wordSet('le du au naissance depuis')

/**
 * « né le vingt-deux zéro huit mille neuf cent quatre-vingt-un » is 22/08/1981: day, month and year, the day first as French
 * says it. The month is one word, so that « huit mille neuf cent » is cut in one place only.
 */
function readDayFirst(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  if (!dayLeads.has(previous(atoms, from)) || frenchRunAt(atoms, from).length < 2) return null
  const day = dayAt(atoms, from)
  const month = day && close(atoms, day.to) !== '' ? monthAt(atoms, day.to) : null
  const mayBeShort = month?.digits.startsWith('0') === true && saysBirth(atoms, from)
  const year = month && yearAt(atoms, month.to, mayBeShort)
  if (!day || !month || !year || frenchUnitAt(atoms, year.to)) return null
  const write = `${day.digits}/${month.digits}/${year.digits}`
  const span = valueFrom(reading, 'date', [{ from, to: year.to, rule, write }])
  return span && [span]
}

const saysBirth = (atoms: readonly Atom[], from: number) =>
  [1, 2, 3].some((back) => /^(?:née?|naissance)$/.test(previous(atoms, from, back)))

function dayAt(atoms: readonly Atom[], from: number): Field | null {
  const [first, second] = frenchRunAt(atoms, from)
  if (first?.digits === '0' && second?.shape === 'digit')
    return { digits: `0${second.digits}`, to: second.to }
  return first && Number(first.digits) >= 1 && Number(first.digits) <= 31 ? first : null
}

function monthAt(atoms: readonly Atom[], from: number): Field | null {
  const isZero = /^z[ée]ro$/.test(close(atoms, from))
  const at = isZero ? from + 1 : from
  const value = frenchCardinalOf([close(atoms, at)])
  if (value === null || value < 1 || value > (isZero ? 9 : 12)) return null
  return { digits: isZero ? `0${value}` : `${value}`, to: at + 1 }
}

/** 1900 to 2099; of a birth also the two digits that were said, « zéro sept soixante-huit ». */
function yearAt(atoms: readonly Atom[], from: number, mayBeShort: boolean): Field | null {
  const [year, more] = close(atoms, from) === '' ? [] : frenchRunAt(atoms, from)
  if (!year || more || year.shape === 'written') return null
  if (/^(?:19|20)\d\d$/.test(year.digits)) return year
  return mayBeShort && /^[1-9]\d$/.test(year.digits) ? year : null
}
