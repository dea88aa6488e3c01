import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { englishYearAt } from './english-year.ts'

type Field = { readonly digits: string; readonly to: number; readonly isYear: boolean }

const separators: ReadonlyMap<string, string> = new Map([
  ['slash', '/'],
  ['dash', '-'],
  ['hyphen', '-'],
])

/**
 * "zero three slash zero four slash twenty twenty-four": 03/04/2024, as it was said. Which number is the month
 * was not, so a person is asked, unless the year came first or only one of them can be a month.
 */
export function readEnglishNumericDate(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const first = fieldAt(atoms, from)
  const mark = first && separators.get(close(atoms, first.to))
  const second = mark ? fieldAt(atoms, first.to + 1) : null
  if (!first || !mark || !second || separators.get(close(atoms, second.to)) !== mark) return null
  const third = fieldAt(atoms, second.to + 1)
  if (!third || second.isYear || first.isYear === third.isYear) return null
  const write = [first, second, third].map(({ digits }) => digits).join(mark)
  const step = { from, to: third.to, rule: 'date.numeric', write }
  const span = valueFrom(reading, 'date', [step])
  const isSure = first.isYear || Number(first.digits) > 12 || Number(second.digits) > 12
  return span && [isSure || span.kind !== 'value' ? span : { ...span, doubt: 'ambiguous-date' }]
}

/** A year, or a day or month with its leading zero if one was said. */
function fieldAt(atoms: readonly Atom[], from: number): Field | null {
  if ((atoms[from]?.text ?? '') === '') return null
  const year = englishYearAt(atoms, from)
  if (year) return { digits: year.year, to: year.to, isYear: true }
  const saysZero = /^(?:zero|oh?)$/.test(atoms[from]?.text ?? '')
  const [day, more] = englishRunAt(atoms, saysZero ? from + 1 : from)
  if (!day || more || !/^(?:\d|[12]\d|3[01])$/.test(day.digits)) return null
  if (saysZero && day.digits.length > 1) return null
  return { digits: saysZero ? `0${day.digits}` : day.digits, to: day.to, isYear: false }
}
