import { englishUnitAt } from '../measures/english-unit-at.ts'
import { yearOfGroups } from '../numbers/english-elision.ts'
import { englishRunAt, type NumberGroup } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import { aroundAtoms, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { englishYearAt } from './english-year.ts'

type Field = { readonly digits: string; readonly to: number; readonly isYear: boolean }

const separators: ReadonlyMap<string, string> = new Map([
  ['slash', '/'],
  ['dash', '-'],
  ['hyphen', '-'],
])

/**
 * "zero three slash zero four slash twenty twenty-four": 03/04/2024, as it was said; after "date of birth" and the like also
 * without the slashes. Which number is the month was not said, so a person is asked, unless the year came first or only one
 * of them can be a month.
 */
export function readEnglishNumericDate(reading: Reading, at: number): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  const said = separatedAt(reading.atoms, from) ?? inRowAt(reading, from)
  if (!said) return null
  const write = said.fields.map(({ digits }) => digits).join(said.mark)
  const to = said.fields.at(-1)?.to ?? from
  const span = valueFrom(reading, 'date', [{ from, to, rule: 'date.numeric', write }])
  const isCertain = isSure(said.fields) || span?.kind !== 'value'
  return span && [isCertain ? span : { ...span, doubt: 'ambiguous-date' }]
}

type SaidDate = { readonly fields: readonly Field[]; readonly mark: string }

function isSure([first, second]: readonly Field[]): boolean {
  return first?.isYear === true || Number(first?.digits) > 12 || Number(second?.digits) > 12
}

const isMonth = (digits: string | undefined) => Number(digits) >= 1 && Number(digits) <= 12

function separatedAt(atoms: readonly Atom[], from: number): SaidDate | null {
  const first = fieldAt(atoms, from)
  const mark = first && separators.get(close(atoms, first.to))
  const second = mark ? fieldAt(atoms, first.to + 1) : null
  if (!first || !mark || !second || separators.get(close(atoms, second.to)) !== mark) return null
  const end = fieldAt(atoms, second.to + 1)
  const third = end ?? (mark === '/' ? shortYearAt(atoms, second.to + 1) : null)
  const isShort = mark === '/' && third?.digits.length === 2 && !first.isYear
  if (!third || second.isYear || (first.isYear === third.isYear && !isShort)) return null
  return { fields: [first, second, third], mark }
}

/** "ninety two" after two slashes. */
function shortYearAt(atoms: readonly Atom[], from: number): Field | null {
  const [year, more] = close(atoms, from) === '' ? [] : englishRunAt(atoms, from)
  if (!year || more || !/^\d\d$/.test(year.digits)) return null
  return { digits: year.digits, to: year.to, isYear: false }
}

const ofBirth = wordSet('birth dob birthdate born')
const beforeDate = new Set([...ofBirth, ...wordSet('date dated since on')])

/** "date of birth twelve oh five nineteen eighty two", "on three fifteen twenty twenty four". */
function inRowAt(reading: Reading, from: number): SaidDate | null {
  const { atoms } = reading
  const { before } = aroundAtoms(reading, from, from + 1)
  const lead = before.find((word) => !/^(?:is|was|of|the|on)$/.test(word)) ?? ''
  const isBirth = ofBirth.has(lead) || /^b o d/.test(before.join(' '))
  if (!isBirth && !beforeDate.has(lead) && before[0] !== 'on') return null
  const saysOh = /^oh?$/.test(atoms[from]?.text ?? '')
  const first = dayAt(
    saysOh ? [zeroAt(from), ...englishRunAt(atoms, from + 1)] : englishRunAt(atoms, from),
  )
  const second = first && dayAt(first.rest)
  if (!second || englishUnitAt(atoms, second.rest.at(-1)?.to ?? from)) return null
  const year = yearOf(second.rest, isBirth)
  if (year === null || !(isMonth(first.field.digits) || isMonth(second.field.digits))) return null
  return { fields: [first.field, second.field, year], mark: '/' }
}

const zeroAt = (from: number): NumberGroup => ({ digits: '0', shape: 'zero', from, to: from + 1 })

/** The day or month that groups begin with, its leading zero among them, and what was said after it. */
function dayAt([zero, ...rest]: readonly NumberGroup[]) {
  const isZero = zero?.digits === '0'
  const [group, after] = isZero ? [rest[0], rest.slice(1)] : [zero, rest]
  if (!group || !(isZero ? /^[1-9]$/ : /^(?:[1-9]|[12]\d|3[01])$/).test(group.digits)) return null
  const digits = isZero ? `0${group.digits}` : group.digits
  return { field: { digits, to: group.to, isYear: false }, rest: after }
}

/** In full, or the two digits that are enough where somebody was born. */
function yearOf(groups: readonly NumberGroup[], isBirth: boolean): Field | null {
  const [only, more] = groups
  const last = groups.at(-1)
  if (!only || !last) return null
  const isWhole = more === undefined && /^(?:19|20)\d\d$/.test(only.digits)
  const isShort = more === undefined && isBirth && /^\d\d$/.test(only.digits)
  const digits = isWhole || isShort ? only.digits : yearOfGroups(groups)
  return digits === null ? null : { digits: String(digits), to: last.to, isYear: true }
}

/** A year, or a day or month with its leading zero if one was said. */
function fieldAt(atoms: readonly Atom[], from: number): Field | null {
  if ((atoms[from]?.text ?? '') === '') return null
  const year = englishYearAt(atoms, from)
  if (year) return { digits: year.year, to: year.to, isYear: true }
  const saysZero = /^(?:zero|oh?)$/.test(atoms[from]?.text ?? '')
  const run = englishRunAt(atoms, saysZero ? from + 1 : from)
  const [day, more] = run
  // "dash one five" is the fifteenth.
  const digits = run.map((group) => group.digits).join('')
  const isReadOut = run.length === 2 && run.every(({ shape }) => shape === 'digit')
  if (!saysZero && isReadOut && /^(?:[12]\d|3[01])$/.test(digits))
    return { digits, to: run[1]?.to ?? from, isYear: false }
  if (!day || more || !/^(?:\d|[12]\d|3[01])$/.test(day.digits)) return null
  if (saysZero && day.digits.length > 1) return null
  return { digits: saysZero ? `0${day.digits}` : day.digits, to: day.to, isYear: false }
}
