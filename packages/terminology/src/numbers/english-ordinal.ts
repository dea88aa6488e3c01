import type { Atom } from '../reading/atoms.ts'
import { close, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import { asSpoken, type Span } from '../reading/span.ts'
import { englishCardinalAt } from './english-cardinal.ts'
import { numberedNouns } from './english-frames.ts'
import { writeNumeral } from './numeral.ts'

const plain =
  'four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion'
const irregular = new Map([
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
])

/** "third" is three: every ordinal word with the cardinal word that it is made of. */
export const englishOrdinalWords: ReadonlyMap<string, string> = new Map([
  ['first', 'one'],
  ['second', 'two'],
  ['third', 'three'],
  ...plain.split(' ').map((word) => [irregular.get(word) ?? spell(word), word] as const),
])

function spell(cardinal: string): string {
  return cardinal.endsWith('y') ? `${cardinal.slice(0, -1)}ieth` : `${cardinal}th`
}

export type SaidOrdinal = { readonly digits: string; readonly from: number; readonly to: number }

/** "third", "twenty-third", "one hundred and fifth", and "23rd" as an engine writes it. */
export function englishOrdinalAt(atoms: readonly Atom[], from: number): SaidOrdinal | null {
  const first = atoms[from]?.text ?? ''
  const written = /^(\d{1,9})(?:st|nd|rd|th)$/.exec(first)
  if (written) return { digits: written[1] ?? '', from, to: from + 1 }
  const last = lastAtomOf(atoms, from)
  if (last === null) return null
  const cardinal = englishCardinalAt((at) => {
    if (at > last) return ''
    const text = at === from ? first : close(atoms, at)
    return at === last ? (englishOrdinalWords.get(text) ?? '') : text
  }, from)
  return cardinal?.to === last + 1 ? { digits: cardinal.digits, from, to: last + 1 } : null
}

const longestOrdinal = 12

/** The first ordinal word from an atom on, with nothing but close atoms before it. */
function lastAtomOf(atoms: readonly Atom[], from: number): number | null {
  for (let at = from; at < from + longestOrdinal; at++) {
    const text = at === from ? (atoms[at]?.text ?? '') : close(atoms, at)
    if (text === '') return null
    if (englishOrdinalWords.has(text)) return at
  }
  return null
}

/** "twenty-third" is 23rd; small ordinals stay words, and so does "thirty second", which may be a time. */
export function readEnglishOrdinal(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const hundred = leftOutOneAt(atoms, from)
  if (hundred) return writeOrdinal(reading, hundred)
  const ordinal = englishOrdinalAt(atoms, from)
  if (!ordinal || ordinal.to === ordinal.from + 1) return readRoundOrdinal(reading, ordinal)
  // "a thousandth of an inch" is a part.
  if (atoms[from]?.text === 'a') return readAfterArticle(reading, at)
  if (maySayTime(atoms, ordinal) || isPart(atoms, ordinal)) return null
  return writeOrdinal(reading, ordinal)
}

/** "a hundred and tenth day": the article stays. */
function readAfterArticle(reading: Reading, at: number): readonly Span[] | null {
  const hundred = leftOutOneAt(reading.atoms, (reading.firstAtom[at] ?? 0) + 1)
  const ordinal = hundred && writeOrdinal(reading, hundred)
  return ordinal && [...asSpoken(at, at + 1), ...ordinal]
}

/** "the hundred and tenth day", "the hundredth patient": the one of the hundred is left out. */
function leftOutOneAt(atoms: readonly Atom[], from: number): SaidOrdinal | null {
  const text = atoms[from]?.text ?? ''
  if (!text.startsWith('hundred') || !isPossessed(previous(atoms, from))) return null
  if (text === 'hundredth' && previous(atoms, from) !== 'a' && close(atoms, from + 1) !== 'of') {
    return { digits: '100', from, to: from + 1 }
  }
  if (text !== 'hundred') return null
  const rest = close(atoms, from + 1) === 'and' ? from + 2 : from + 1
  const ordinal = close(atoms, rest) === '' ? null : englishOrdinalAt(atoms, rest)
  if (!ordinal || ordinal.digits.length > 2) return null
  return { digits: `1${ordinal.digits.padStart(2, '0')}`, from, to: ordinal.to }
}

const isPossessed = (word: string) => /^(?:a|the|his|her|our|their|my|your|this)$/.test(word)

/** "one hundredth of a milligram" is a part of it. */
function isPart(atoms: readonly Atom[], { from, to }: SaidOrdinal): boolean {
  return (
    atoms[from]?.text === 'one' &&
    /^(?:hundredth|thousandth)$/.test(atoms[to - 1]?.text ?? '') &&
    close(atoms, to) === 'of' &&
    /^an?$/.test(close(atoms, to + 1))
  )
}

/** "tenth", "twelfth", "twentieth": one word. */
function readRoundOrdinal(reading: Reading, ordinal: SaidOrdinal | null): readonly Span[] | null {
  if (!ordinal || /^\d/.test(reading.atoms[ordinal.from]?.text ?? '')) return null
  const { atoms } = reading
  const { from, to, digits } = ordinal
  if (/^1(?:0{2,})$/.test(digits)) return null
  // "a tenth of a second" is a part of one.
  if (previous(atoms, from) === 'a' && close(atoms, to) === 'of') return null
  return writeOrdinal(reading, ordinal)
}

function writeOrdinal(reading: Reading, { digits, from, to }: SaidOrdinal): readonly Span[] | null {
  const span = valueFrom(reading, 'ordinal', [
    {
      from,
      to,
      rule: 'number.ordinal',
      ifAtLeast: Number(digits),
      write: (profile) =>
        writeNumeral({ integer: digits, fraction: null }, profile) + suffixOf(digits),
    },
  ])
  return span && [span]
}

/** "a thirty second delay" is of seconds; "the thirty-second patient", "twenty second street" are counted. */
function maySayTime(atoms: readonly Atom[], { from, to }: SaidOrdinal): boolean {
  if (atoms[to - 1]?.text !== 'second') return false
  const before = previous(atoms, from)
  const after = close(atoms, to)
  // "Room twenty second floor" may be room 20.
  if (/^(?:street|avenue|floor)$/.test(after)) return numberedNouns.has(before)
  if (isPlaceAmong(atoms, to) || /^rank(?:ed|s|ing)$/.test(before)) return durations.has(after)
  return !/^(?:the|on|his|her|our|this|hundred|and)$/.test(before) || durations.has(after)
}

/** "fifty second out of sixty", but "thirty second out of sixty seconds". */
function isPlaceAmong(atoms: readonly Atom[], to: number): boolean {
  if (close(atoms, to) !== 'out' || close(atoms, to + 1) !== 'of') return false
  const among = englishCardinalAt((at) => close(atoms, at), to + 2)
  return among !== null && !/^(?:seconds?|minutes?)$/.test(close(atoms, among.to))
}

const durations = new Set(
  'delay pause interval run bout walk timer rule hold strip mark test'.split(' '),
)

export function suffixOf(digits: string): string {
  if (/1[123]$/.test(digits)) return 'th'
  return { '1': 'st', '2': 'nd', '3': 'rd' }[digits.at(-1) ?? ''] ?? 'th'
}
