import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { NumberGroup } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchMonths, frenchWeekdays } from './french-months.ts'

const rule = 'date.date'

/** « le trois mars deux mille vingt-quatre » is 3 mars 2024; the first of a month is 1er. */
export function readFrenchDate(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const day = dayAt(atoms, from)
  const steps = (day && stepsAfter(atoms, day)) ?? listedDaySteps(atoms, from)
  if (!steps) return null
  const end = steps.at(-1)?.to ?? from
  // « le trois mars deux mille vingt cinq milligrammes »: the last number is a dose, and where it begins was not said.
  const unit = frenchUnitAt(atoms, end)
  if (unit) return doubtUpTo(atoms, from, unit.to)
  const span = valueFrom(reading, 'date', steps)
  return span && [span]
}

function stepsAfter(atoms: readonly Atom[], day: Day): readonly Step[] | null {
  const steps = monthSteps(atoms, day) ?? laterDaySteps(atoms, day)
  if (steps) return [dayStep(day), ...steps]
  return isBareDay(atoms, day) ? [dayStep(day)] : null
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

/** « du deux au cinq janvier », « les deux et trois mars », « du lundi trois au vendredi sept mai », « du deux au cinq ». */
function laterDaySteps(atoms: readonly Atom[], first: Day): readonly Step[] | null {
  const before = previous(atoms, first.from)
  if (!daysLead.has(before) && !frenchWeekdays.has(before)) return null
  const joint = close(atoms, first.to)
  if (!/^(?:au|et|ou|à)$/.test(joint)) return null
  const from = afterArticleAndWeekday(atoms, first.to + 1)
  const second = close(atoms, from) === '' ? null : dayAt(atoms, from)
  if (!second || second.value <= first.value) return null
  const month = monthSteps(atoms, second)
  const isBare = joint === 'au' && leadOf(atoms, first.from) === 'du' && endsDay(atoms, second.to)
  if (!month && !isBare) return null
  const middle: Step = { from: first.to, to: from, rule, left: 'space' }
  return [middle, { ...dayStep(second), left: 'space' }, ...(month ?? [])]
}

/** « au vendredi », « ou le ». */
function afterArticleAndWeekday(atoms: readonly Atom[], at: number): number {
  const from = close(atoms, at) === 'le' ? at + 1 : at
  return frenchWeekdays.has(close(atoms, from)) ? from + 1 : from
}

/** The word before a day, over its weekday. */
const leadOf = (atoms: readonly Atom[], from: number) =>
  frenchWeekdays.has(previous(atoms, from)) ? previous(atoms, from, 2) : previous(atoms, from)

/** « mardi cinq », « le samedi premier », « le cinq du mois »: a day without its month. */
function isBareDay(atoms: readonly Atom[], { from, to }: Day): boolean {
  if (/^une?$/.test(atoms[from]?.text ?? '')) return false
  if (saysMonth(atoms, to)) return /^(?:le|du|au)$/.test(previous(atoms, from))
  return frenchWeekdays.has(previous(atoms, from)) && endsDay(atoms, to)
}

/** « du mois », « de ce mois » */
const saysMonth = (atoms: readonly Atom[], at: number) =>
  (close(atoms, at) === 'du' && close(atoms, at + 1) === 'mois') ||
  (close(atoms, at) === 'de' &&
    /^(?:ce|chaque)$/.test(close(atoms, at + 1)) &&
    close(atoms, at + 2) === 'mois')

/** Nothing counted follows: « mardi deux patients », « lundi deux à trois comprimés », « lundi six et sept fois ». */
function endsDay(atoms: readonly Atom[], at: number): boolean {
  const next = close(atoms, at)
  if (next === '') return true
  if (!afterDay.has(next)) return false
  const [number] = close(atoms, at + 1) === '' ? [] : frenchRunAt(atoms, at + 1)
  return !number || /^(?:heures?|h)$/.test(close(atoms, number.to))
}

const afterDay = wordSet(`
  inclus inclusivement prochain prochains dernier derniers courant et ou puis en pour par avec sans à au vers dès avant après
  matin midi soir point virgule est sera il elle on nous je
`)

/** « les dix onze et douze juin »: days one after the other, in order, and their month. */
function listedDaySteps(atoms: readonly Atom[], from: number): readonly Step[] | null {
  if (previous(atoms, from) !== 'les') return null
  const run = frenchRunAt(atoms, from)
  const to = run.at(-1)?.to ?? from
  const last =
    close(atoms, to) === 'et' && close(atoms, to + 1) !== '' ? dayAt(atoms, to + 1) : null
  const month = last && monthSteps(atoms, last)
  if (run.length < 2 || !month) return null
  const values = [...run.map(({ digits }) => Number(digits)), last.value]
  const rises = values.every((value, at) => value > (values[at - 1] ?? 0))
  if (!rises) return null
  return [
    ...run.map(({ digits, ...group }, at) => ({
      from: group.from,
      to: group.to,
      rule,
      write: at === 0 ? digits : `, ${digits}`,
    })),
    { from: to, to: to + 1, rule, left: 'space' },
    { ...dayStep(last), left: 'space' },
    ...month,
  ]
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
