import type { WritingProfile } from '../locale-profile.ts'
import { englishNumeralAt } from '../numbers/english-numeral.ts'
import { writeNumeral } from '../numbers/numeral.ts'
import { close, matchAtoms, valueFrom } from '../reading/match-atoms.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

type Form = { readonly words: string; readonly abbreviation: string; readonly needsDose?: true }

/**
 * How often and how a drug is given. "q d" and "q o d" have no short form at all: they are misread as each
 * other (Joint Commission).
 */
export const englishFrequencies = indexPhrases<Form>([
  ...form('b i d | b.i.d', 'twice daily', 'b.i.d.'),
  ['bid', { words: 'twice daily', abbreviation: 'b.i.d.', needsDose: true }],
  ...form('t i d | tid', 'three times daily', 't.i.d.'),
  ...form('q i d | qid', 'four times daily', 'q.i.d.'),
  ...form('q d | q day | qd', 'daily', 'daily'),
  ...form('q o d | qod | q other day', 'every other day', 'every other day'),
  ...form('q h s | qhs', 'at bedtime', 'at bedtime'),
  ...form('q a m', 'every morning', 'every morning'),
  ...form('q p m', 'every evening', 'every evening'),
  ...form('q week | q weekly', 'weekly', 'weekly'),
  ...form('p r n | prn', 'as needed', 'p.r.n.'),
  ...form('p o | per os | p.o', 'by mouth', 'p.o.'),
  ['po', { words: 'by mouth', abbreviation: 'p.o.', needsDose: true }],
  ...['1', '2', '3', '4', '6', '8', '12', '24', '48', '72'].map(
    (hours) =>
      [`q${hours}h`, { words: `every ${hours} hours`, abbreviation: `q.${hours} h.` }] as const,
  ),
])

function form(said: string, words: string, abbreviation: string) {
  return said.split(' | ').map((phrase) => [phrase, { words, abbreviation }] as const)
}

/** "b i d", "p r n", "q eight hours", "q four to six h", in the form that the site prefers. */
export function readEnglishFrequency(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom, last } = reading
  const from = firstAtom[at] ?? 0
  const interval = readInterval(reading, from)
  if (interval) return interval
  const match = matchAtoms(englishFrequencies, atoms, from)
  // "P.O. Box 45"
  if (!match || atoms[match.to]?.text === 'box' || isPostoperativeDay(atoms, match.to)) return null
  const { meaning, to } = match
  const isDosed = last?.kind === 'value' && last.to === at
  if (meaning.needsDose && !isDosed) return null
  const write = ({ frequency }: WritingProfile) =>
    frequency === 'words' ? meaning.words : meaning.abbreviation
  const span = valueFrom(reading, 'frequency', [{ from, to, rule: 'dose.frequency', write }])
  return span && [span]
}

/** "p o d two" is the second day after an operation. */
const isPostoperativeDay = (atoms: Reading['atoms'], at: number) =>
  atoms[at - 1]?.text === 'o' &&
  close(atoms, at) === 'd' &&
  englishNumeralAt(atoms, at + 1) !== null

/** "q eight hours": every 8 hours, or q.8 h. */
function readInterval(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  if (!/^(?:q|cue|queue)$/.test(atoms[from]?.text ?? '') || close(atoms, from + 1) === '')
    return null
  const first = englishNumeralAt(atoms, from + 1)
  if (!first?.isWhole) return null
  const isRange = close(atoms, first.to) === 'to' && close(atoms, first.to + 1) !== ''
  const second = isRange ? englishNumeralAt(atoms, first.to + 1) : null
  const unitAt = second?.to ?? first.to
  const unit = intervals.get(close(atoms, unitAt))
  if (!unit || (isRange && !second)) return null
  const write = (profile: WritingProfile) => {
    const ends = [first, ...(second ? [second] : [])]
    const count = ends.map(({ numeral }) => writeNumeral(numeral, profile)).join(profile.rangeMark)
    if (profile.frequency === 'words') return `every ${count} ${unit.words}`
    return `q.${count} ${unit.short}`
  }
  const rule = 'dose.frequency'
  const span = valueFrom(reading, 'frequency', [{ from, to: unitAt + 1, rule, write }])
  return span && [span]
}

const hours = { words: 'hours', short: 'h.' }
const intervals = new Map([
  ['hours', hours],
  ['hour', hours],
  ['h', hours],
  ['minutes', { words: 'minutes', short: 'min.' }],
  ['days', { words: 'days', short: 'days' }],
  ['weeks', { words: 'weeks', short: 'weeks' }],
  ['months', { words: 'months', short: 'months' }],
])
