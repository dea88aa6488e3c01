import type { WritingProfile } from '../locale-profile.ts'
import { englishUnitAt } from '../measures/english-unit-at.ts'
import {
  englishOrdinalAt,
  englishOrdinalWords,
  type SaidOrdinal,
} from '../numbers/english-ordinal.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { doubtfulMonths, englishMonths, englishWeekdays } from './english-calendar.ts'
import {
  isMonthAlone,
  isMonthBeforeNumber,
  isMonthBeforeOrdinal,
  mayEndDate,
} from './english-month-frames.ts'
import { englishYearAt, yearAfter } from './english-year.ts'

type SaidDate = {
  readonly from: number
  readonly to: number
  readonly weekday?: string
  readonly month: string
  readonly day: string | null
  readonly year: string | null
  /** "june fifth and sixth": a second day of the same month, with the word between them. */
  readonly more?: SecondDay | null
}

type SecondDay = { readonly joint: string; readonly day: string; readonly to: number }

/** "march third twenty twenty-four", "monday the third of march", "july two thousand twelve". */
export function readEnglishDate(reading: Reading, at: number): readonly Span[] | null {
  const date = dateAt(reading, reading.firstAtom[at] ?? 0)
  if (!date) return null
  const { from, to } = date
  // "june tenth twenty twenty milligrams": the last number is a dose, and where it begins was not said.
  const unit = date.year === null ? null : englishUnitAt(reading.atoms, to)
  if (unit) return doubtUpTo(reading.atoms, from, unit.to)
  const write = (profile: WritingProfile) => writeEnglishDate(date, profile)
  const span = valueFrom(reading, 'date', [{ from, to, rule: 'date.calendar', write }], ',')
  return span && [span]
}

function dateAt(reading: Reading, from: number): SaidDate | null {
  const { atoms } = reading
  const weekday = englishWeekdays.get(atoms[from]?.text ?? '')
  if (!weekday) return monthFirst(reading, from) ?? dayFirst(reading, from)
  if (close(atoms, from + 1) === '') return null
  const date = monthFirst(reading, from + 1) ?? dayFirst(reading, from + 1)
  return date?.day ? { ...date, from, weekday } : null
}

/** "march third", "march the third", "march twenty-third twenty twenty-four", "march twenty twenty-four". */
function monthFirst(reading: Reading, from: number): SaidDate | null {
  const { atoms } = reading
  const word = atoms[from]?.text ?? ''
  const month = englishMonths.get(word)
  if (!month) return null
  const dayFrom = close(atoms, from + 1) === 'the' ? from + 2 : from + 1
  if (close(atoms, dayFrom) === '') return null
  const ordinal = englishOrdinalAt(atoms, dayFrom)
  if (ordinal && isDay(ordinal.digits)) {
    const more = secondDayAt(atoms, ordinal)
    const end = more?.to ?? ordinal.to
    const year = yearAfter(reading, end)
    const isShown =
      year !== null ||
      !doubtfulMonths.has(word) ||
      isMonthBeforeOrdinal(atoms, from, ordinal.digits, end)
    if (!isShown) return null
    return { from, to: year?.to ?? end, month, day: ordinal.digits, year: year?.year ?? null, more }
  }
  return cardinalDay(atoms, from, month, dayFrom) ?? yearOnly(reading, from, month)
}

/** "and sixth", "to the ninth"; "june fifth and sixth toe" and "june fifth and the sixth of july" are other things. */
function secondDayAt(atoms: readonly Atom[], { digits, to }: SaidOrdinal): SecondDay | null {
  const joint = close(atoms, to)
  if (!/^(?:and|or|to|through)$/.test(joint)) return null
  const from = close(atoms, to + 1) === 'the' ? to + 2 : to + 1
  const day = close(atoms, from) === '' ? null : englishOrdinalAt(atoms, from)
  if (!day || !isDay(day.digits) || Number(day.digits) <= Number(digits)) return null
  const after = close(atoms, day.to)
  if (after === 'of' || englishMonths.has(after) || englishUnitAt(atoms, day.to)) return null
  const isYear = after !== '' && englishYearAt(atoms, day.to) !== null
  if (joint !== 'to' && !isYear && !mayEndDate(atoms, day.to)) return null
  return { joint, day: day.digits, to: day.to }
}

/** "march three twenty twenty-four"; without a year only where nothing is counted after it. */
function cardinalDay(
  atoms: readonly Atom[],
  from: number,
  month: string,
  dayFrom: number,
): SaidDate | null {
  const [day, more] = englishRunAt(atoms, dayFrom)
  if (!day || !isDay(day.digits) || day.shape === 'zero') return null
  const year = more ? englishYearAt(atoms, day.to) : null
  // "july twenty twelve" is the year, "july twenty twenty twelve" a day and a year.
  if (more && !year) return null
  const isDoubtful = doubtfulMonths.has(month.toLowerCase())
  if (!year && isDoubtful && !isMonthBeforeNumber(atoms, from, day.to)) return null
  if (!year && englishUnitAt(atoms, day.to)) return null
  return { from, to: year?.to ?? day.to, month, day: day.digits, year: year?.year ?? null }
}

function yearOnly(reading: Reading, from: number, month: string): SaidDate | null {
  const { atoms } = reading
  const year = yearAfter(reading, from + 1)
  if (!year || englishUnitAt(atoms, year.to)) return null
  return { from, to: year.to, month, day: null, year: year.year }
}

/** "the third of march twenty twenty-four", "third march", "twenty five july twenty twelve". */
function dayFirst(reading: Reading, start: number): SaidDate | null {
  const { atoms } = reading
  const from = atoms[start]?.text === 'the' && close(atoms, start + 1) !== '' ? start + 1 : start
  const day = englishOrdinalAt(atoms, from) ?? wholeDay(atoms, from)
  if (!day || !isDay(day.digits) || sharesMonth(atoms, start)) return null
  const monthAt = close(atoms, day.to) === 'of' ? day.to + 1 : day.to
  const word = close(atoms, monthAt)
  const month = englishMonths.get(word)
  if (!month) return null
  const year = yearAfter(reading, monthAt + 1)
  const isShown = monthAt > day.to || year !== null || !doubtfulMonths.has(word)
  if (!isShown) return null
  const to = year?.to ?? monthAt + 1
  return { from: start, to, month, day: day.digits, year: year?.year ?? null }
}

/** "the third and fourth of may": the month is of both days, unless the first has its own. */
function sharesMonth(atoms: readonly Atom[], start: number): boolean {
  const back = previous(atoms, start) === 'the' ? 2 : 1
  const before = previous(atoms, start, back + 1)
  const isTen = /^(?:twenty|thirty)$/.test(previous(atoms, start, back + 2))
  return (
    /^(?:and|or|to|through)$/.test(previous(atoms, start, back)) &&
    (englishOrdinalWords.has(before) || /^\d+(?:st|nd|rd|th)$/.test(before)) &&
    !englishMonths.has(previous(atoms, start, back + (isTen ? 3 : 2)))
  )
}

function wholeDay(atoms: readonly Atom[], from: number) {
  const run = englishRunAt(atoms, from)
  return run.length === 1 && run[0]?.shape !== 'zero' ? run[0] : null
}

const isDay = (digits: string) => /^(?:0?[1-9]|[12]\d|3[01])$/.test(digits)

function writeEnglishDate(
  { weekday, month, day, year, more }: SaidDate,
  { dateOrder }: WritingProfile,
): string {
  const start = weekday ? `${weekday}, ` : ''
  if (day === null) return `${start}${month} ${year}`
  const plain = String(Number(day)) + (more ? ` ${more.joint} ${Number(more.day)}` : '')
  if (dateOrder === 'day-first') return `${start}${plain} ${month}${year ? ` ${year}` : ''}`
  return `${start}${month} ${plain}${year ? `, ${year}` : ''}`
}

/** A month or a day of the week by itself takes its capital; "may" and "march" only after "in" and the like. */
export function readEnglishMonth(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const word = atoms[from]?.text ?? ''
  const name = englishMonths.get(word) ?? englishWeekdays.get(word)
  if (!name || !atoms[from]?.closes) return null
  if (doubtfulMonths.has(word) && !isMonthAlone(atoms, from)) return null
  if (reading.tokens[at]?.core === word.toUpperCase()) return null
  const step = { from, to: from + 1, rule: 'date.capital', write: name }
  const span = valueFrom(reading, 'term', [step])
  return span && [span]
}
