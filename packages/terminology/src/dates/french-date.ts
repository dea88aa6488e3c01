import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { NumberGroup } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchMonths } from './french-months.ts'

const rule = 'date.date'

/** « le trois mars deux mille vingt-quatre » is 3 mars 2024; the first of a month is 1er. */
export function readFrenchDate(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const day = dayAt(atoms, from)
  if (!day) return null
  const steps = monthSteps(atoms, day) ?? laterDaySteps(atoms, day)
  if (!steps) return null
  const end = steps.at(-1)?.to ?? day.to
  // « le trois mars deux mille vingt cinq milligrammes »: the last number is a dose, and where it begins was not said.
  const unit = frenchUnitAt(atoms, end)
  if (unit) return doubtUpTo(atoms, from, unit.to)
  const span = valueFrom(reading, 'date', [dayStep(day), ...steps])
  return span && [span]
}

type Day = {
  readonly value: number
  readonly from: number
  /** The atom after it. */
  readonly to: number
}

const dayStep = ({ value, from, to }: Day): Step => ({
  from,
  to,
  rule,
  write: value === 1 ? '1er' : String(value),
})

/** The month after a day, and the year. */
function monthSteps(atoms: readonly Atom[], day: Day): readonly Step[] | null {
  if (!frenchMonths.has(close(atoms, day.to))) return null
  const month: Step = { from: day.to, to: day.to + 1, rule, left: 'space' }
  const year = yearAt(atoms, day.to + 1)
  // « un avril pluvieux » is a month; its first day has an article, a day of the week or a year.
  const isArticle =
    atoms[day.from]?.text === 'un' &&
    !/^(?:le|du|au|\w+di|dimanche)$/.test(previous(atoms, day.from))
  if (isArticle && !year) return null
  if (!year) return [month]
  const { from, to, digits } = year
  return [month, { from, to, rule, left: 'space', write: digits }]
}

const daysLead = wordSet('du le les des entre')

/** « du deux au cinq janvier », « les deux et trois mars », « le deux ou le trois mars ». */
function laterDaySteps(atoms: readonly Atom[], first: Day): readonly Step[] | null {
  if (!daysLead.has(previous(atoms, first.from))) return null
  if (!/^(?:au|et|ou|à)$/.test(close(atoms, first.to))) return null
  const from = close(atoms, first.to + 1) === 'le' ? first.to + 2 : first.to + 1
  const second = close(atoms, from) === '' ? null : dayAt(atoms, from)
  const month = second && second.value > first.value ? monthSteps(atoms, second) : null
  if (!second || !month) return null
  const joint: Step = { from: first.to, to: from, rule, left: 'space' }
  return [joint, { ...dayStep(second), left: 'space' }, ...month]
}

function dayAt(atoms: readonly Atom[], from: number): Day | null {
  if (atoms[from]?.text === 'premier') return { value: 1, from, to: from + 1 }
  const said = frenchNumeralAt(atoms, from)
  if (!said?.isWhole || said.value < 1 || said.value > 31) return null
  return { value: said.value, from, to: said.to }
}

/** 1000 to 2999, in one number. */
function yearAt(atoms: readonly Atom[], at: number): NumberGroup | null {
  if (close(atoms, at) === '') return null
  const [year, more] = frenchRunAt(atoms, at)
  return year && !more && /^[12]\d{3}$/.test(year.digits) ? year : null
}

/** « deux mille vingt-quatre tiret zéro trois tiret quinze », « zéro trois barre oblique zéro quatre … »: as it was said. */
export function readFrenchNumericDate(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const parts: string[] = []
  let mark = ''
  let to = from
  for (let start = from; parts.length < 3; ) {
    const part = partAt(atoms, start)
    if (!part) return null
    parts.push(part.digits)
    to = part.to
    if (parts.length === 3) break
    const sign = signAt(atoms, to)
    if (!sign || (mark !== '' && sign.mark !== mark)) return null
    mark = sign.mark
    start = sign.to
  }
  const isDate = mark === '-' ? /^\d{4}$/.test(parts[0] ?? '') : /^\d{4}$/.test(parts[2] ?? '')
  const small = parts.filter((part) => part.length <= 2)
  if (!isDate || small.length !== 2 || small.some((part) => Number(part) < 1 || Number(part) > 31))
    return null
  const text = parts.join(mark)
  const span = valueFrom(reading, 'date', [{ from, to, rule, write: text }])
  return span && [span]
}

/** « zéro trois » is 03. */
function partAt(
  atoms: readonly Atom[],
  from: number,
): { readonly digits: string; readonly to: number } | null {
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
