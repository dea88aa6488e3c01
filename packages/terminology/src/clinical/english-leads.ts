import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Rule } from '../reading/rule.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { romanOf } from './roman.ts'

/** Said of an ECG, where "a v f" is a lead; elsewhere the letters are ventricular fibrillation, a fistula or a valve. */
const leadFrame = wordSet(`
  lead leads ecg ekg st elevation elevations elevated depression depressions depressed inversion inversions inverted
  reciprocal qs q waves
`)

/** "a v l" is aVL, "one and a v l" I and aVL, "in two three and a v f" II, III and aVF. */
export const englishLeadsRule: Rule = {
  begins: new Set(['a', 'one', 'two', 'three']),
  read: readLeads,
}

const rule = 'clinical.lead'
const limbLeads = wordSet('one two three 1 2 3')

function readLeads(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const numbers = limbLeadsAt(atoms, from)
  if (numbers === null) return null
  // "grade one and a v f malformation"
  if (numbers.length > 0 && !leadsList(previous(atoms, from))) return null
  const listTo = numbers.at(-1)?.to ?? from
  const joint = numbers.length > 0 && close(atoms, listTo) === 'and' ? listTo + 1 : listTo
  const name = augmentedAt(atoms, joint, joint > from)
  if (!name || !isLead(reading, at, name, joint > listTo)) return null
  const span = valueFrom(reading, 'code', [
    ...numbers,
    ...(joint > listTo ? [{ from: listTo, to: joint, rule, left: 'space' } as const] : []),
    { from: joint, to: joint + 3, rule, ...(joint > from && { left: 'space' }), write: name },
  ])
  return span && [span]
}

const leadsList = (word: string) => word === '' || /^(?:in|of)$/.test(word) || leadFrame.has(word)

/** Leads I, II and III before an augmented one; none at an "a", null at numbers that are more. */
function limbLeadsAt(atoms: readonly Atom[], from: number): readonly Step[] | null {
  const run = atoms[from]?.text === 'a' ? [] : englishRunAt(atoms, from)
  if (run.length > 3 || run.some(({ digits }) => !/^[123]$/.test(digits))) return null
  return run.map((group, index) => {
    const roman = romanOf(Number(group.digits))
    return { from: group.from, to: group.to, rule, write: index === 0 ? roman : `, ${roman}` }
  })
}

function augmentedAt(atoms: readonly Atom[], at: number, goesOn: boolean): string | null {
  const first = goesOn ? close(atoms, at) : atoms[at]?.text
  const last = close(atoms, at + 2)
  const isSpelled = first === 'a' && close(atoms, at + 1) === 'v' && /^[rlf]$/.test(last)
  return isSpelled ? `aV${last.toUpperCase()}` : null
}

/** "a v l" is nothing else; "bypass times three and a v r" is a valve. */
function isLead(reading: Reading, at: number, name: string, isListed: boolean): boolean {
  if (name === 'aVL' || (name === 'aVF' && isListed)) return true
  const { before } = aroundOf(reading, at, at + 1)
  const [last, number = '', beforeNumber = ''] = before
  const isNext = last === 'and' && limbLeads.has(number)
  if (name === 'aVF' && isNext && (leadsList(beforeNumber) || limbLeads.has(beforeNumber)))
    return true
  return before.some((word) => leadFrame.has(word)) || /[rlf]v a$/.test(lastLetters(before))
}

/** "a v l and": the lead before, its last letter first. */
const lastLetters = (before: readonly string[]) => {
  const [first = '', ...others] = before[0] === 'and' ? before.slice(1) : before
  return `${first}${others.slice(0, 2).join(' ')}`
}
