import { englishOrdinalWords } from '../numbers/english-ordinal.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'
import { englishMonths } from './english-calendar.ts'

/** What goes on after a date: "on may first at noon", "june fifth and sixth for surgery"; a noun or verb shows something else. */
const afterDate = wordSet(`
  at for with in on by from until due because when after before then and but he she it they we i the there was were is
  period comma semicolon colon new next
`)
export const mayEndDate = (atoms: readonly Atom[], to: number): boolean => {
  const after = close(atoms, to)
  return after === '' || afterDate.has(after)
}

const beforeDate = wordSet(`
  on since by from until till through before after between dated date due lmp edc edd born starting beginning
  effective
`)
/** Who may first be seen, and who march second. */
const subjects = wordSet(`
  i you he she it we they who that which this these there one to will would can could should must not shall also
`)

/**
 * "he may first need surgery", "they march first": before "first", "second" and "third" these two are months only where a
 * date is expected, or, for "may", where no verb follows.
 */
export function isMonthBeforeOrdinal(
  atoms: readonly Atom[],
  from: number,
  day: string,
  to: number,
): boolean {
  const before = previous(atoms, from)
  if (Number(day) > 3 || beforeDate.has(before)) return true
  // "from january third to march first"
  if (before === 'to' && isDay(previous(atoms, from, 2))) return true
  if (subjects.has(before)) return false
  return atoms[from]?.text === 'march' || endsWithoutVerb(atoms, to)
}

/** These may lead to a verb: "may first and foremost help", "may first at rest be mild". */
const endsWithoutVerb = (atoms: readonly Atom[], to: number) =>
  (mayEndDate(atoms, to) && !/^(?:and|at|in|on|by|from)$/.test(close(atoms, to))) ||
  (close(atoms, to) === 'and' && englishMonths.has(close(atoms, to + 1)))

const isDay = (word: string) => englishOrdinalWords.has(word) || /^\d+(?:st|nd|rd|th)?$/.test(word)

/** "on march three": a number makes "may" and "march" months only after a word that no person could be before. */
export function isMonthBeforeNumber(atoms: readonly Atom[], from: number, to: number): boolean {
  const before = previous(atoms, from)
  return (
    before === 'on' || before === 'dated' || (beforeNumber.has(before) && mayEndDate(atoms, to))
  )
}

const beforeNumber = wordSet('since by until before after born lmp')

/** "in may", "late march", "seen this may"; "this may represent a cyst" goes on with a verb. */
export function isMonthAlone(atoms: readonly Atom[], from: number): boolean {
  const before = previous(atoms, from)
  if (!beforeMonth.has(before)) return false
  return before !== 'this' || atoms[from]?.text === 'march' || endsWithoutVerb(atoms, from + 1)
}

const beforeMonth = wordSet('in since of by until last next this early late mid from through')
