import { romanOf } from '../clinical/roman.ts'
import type { WritingProfile } from '../locale-profile.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { frenchCardinalAt, isFrenchNumberWord } from './french-cardinal.ts'
import { writeNumeral } from './numeral.ts'

const cardinals =
  'un deux trois quatre six sept huit dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante septante huitante octante nonante cent mille million milliard'.split(
    ' ',
  )

/** The cardinal that an ordinal word stands for: « cinquième » is cinq, « unième » only after others. */
export const frenchOrdinalWords: ReadonlyMap<string, string> = new Map([
  ...cardinals.flatMap((word) => {
    const stem = word === 'un' ? 'un' : word.replace(/e$/, '')
    return [`${stem}ième`, `${stem}iéme`, `${stem}ieme`].map((ordinal) => [ordinal, word] as const)
  }),
  ['cinquième', 'cinq'],
  ['neuvième', 'neuf'],
])

type Ordinal = { readonly value: number; readonly isPlural: boolean; readonly to: number }

/** « vingt et unième », « quatre-vingt-quinzième »; « premier » and « second » are words. */
export function frenchOrdinalAt(atoms: readonly Atom[], from: number): Ordinal | null {
  let end = from
  for (; end - from < 12; end++) {
    const word = end === from ? (atoms[end]?.text ?? '') : close(atoms, end)
    if (word === '') return null
    if (frenchOrdinalWords.has(word.replace(/s$/, ''))) break
    if (word !== 'et' && !isFrenchNumberWord(word)) return null
  }
  const last = atoms[end]?.text ?? ''
  const base = frenchOrdinalWords.get(last.replace(/s$/, ''))
  if (base === undefined) return null
  const cardinal = frenchCardinalAt((at) => {
    if (at === end) return base
    return at > end ? '' : at === from ? (atoms[at]?.text ?? '') : close(atoms, at)
  }, from)
  if (!cardinal || cardinal.to !== end + 1) return null
  return { value: Number(cardinal.digits), isPlural: last.endsWith('s'), to: end + 1 }
}

/** « le dix-septième siècle » is the XVIIe (OQLF, Imprimerie nationale). */
function century(reading: Reading, from: number, { value, to }: Ordinal): readonly Span[] | null {
  const write = `${romanOf(value)}e`
  const span = valueFrom(reading, 'ordinal', [{ from, to, rule: 'number.century', write }])
  return span && [span]
}

/** « seizième siècle », and the first of « du seizième au dix-huitième siècle », « au seizième et au dix-septième ». */
function isOfCentury(atoms: readonly Atom[], to: number): boolean {
  const isCentury = (at: number) => /^siècles?$/.test(close(atoms, at))
  if (isCentury(to)) return true
  if (!/^(?:au|à|et|ou)$/.test(close(atoms, to))) return false
  const from = /^(?:au|le|du)$/.test(close(atoms, to + 1)) ? to + 2 : to + 1
  const second = close(atoms, from) === '' ? null : frenchOrdinalAt(atoms, from)
  return second !== null && isCentury(second.to)
}

/** From the tenth on: 21e. Below, ordinals stay words. */
export function readFrenchOrdinal(reading: Reading, at: number): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  const ordinal = frenchOrdinalAt(reading.atoms, from)
  if (!ordinal) return null
  const { value, to, isPlural } = ordinal
  if (value <= 39 && isOfCentury(reading.atoms, to)) return century(reading, from, ordinal)
  const write = (profile: WritingProfile) =>
    `${writeNumeral({ integer: String(value), fraction: null }, profile)}e${isPlural ? 's' : ''}`
  const step = { from, to, rule: 'number.ordinal', ifAtLeast: value, write }
  const span = valueFrom(reading, 'ordinal', [step])
  return span && [span]
}
