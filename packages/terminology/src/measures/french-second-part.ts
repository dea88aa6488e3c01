import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchUnitAt } from './french-unit-at.ts'

/** How a part that was said after its unit is read, by its length: so many digits after the mark, or in doubt. */
type PartOf = {
  readonly digit: 1 | 2 | 'doubt'
  readonly two: 2 | 'doubt'
  readonly hundreds: 3 | 'doubt'
}

/**
 * « deux kilos cinq » is 2,5 kg, « trois kilos deux cents » 3,2 kg and « trois kilos deux cent cinquante » 3,250 kg; « un mètre cinq » is 1,05 m. « Un gramme cinq » is both
 * 1,5 g and 1,05 g to somebody, as « trois kilos vingt » is.
 */
const units: ReadonlyMap<string, PartOf> = new Map([
  ['kg', { digit: 1, two: 'doubt', hundreds: 3 }],
  ['L', { digit: 1, two: 2, hundreds: 3 }],
  ['g', { digit: 'doubt', two: 2, hundreds: 'doubt' }],
  ['m', { digit: 2, two: 2, hundreds: 'doubt' }],
])

/** « diurèse à un litre deux », « glycémie à un gramme vingt »: a part of a unit that was said before it. */
export function readFrenchSecondPart(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = frenchNumeralAt(atoms, from)
  const unit = said?.isWhole && said.value > 0 ? frenchUnitAt(atoms, said.to) : null
  const kinds = unit && !unit.isRatio ? units.get(unit.symbol ?? '') : undefined
  const part = unit && kinds ? secondPartAt(atoms, unit.to) : null
  if (!said || !unit || !kinds || !part || !isPartOver(atoms, part.to)) return null
  const places = placesOf(part.digits, kinds)
  if (places === 'doubt') return doubtUpTo(atoms, from, part.to)
  const fraction = places === 3 ? part.digits.replace(/00$/, '') : part.digits.padStart(places, '0')
  const write: Step['write'] = ({ decimalMark, unitSpace }) =>
    `${said.value}${decimalMark}${fraction}${unitSpace}${unit.symbol}`
  const step = { from, to: part.to, rule: 'measure.second-part', write }
  const span = valueFrom(reading, 'measure', [step])
  return span && [span]
}

function placesOf(digits: string, kinds: PartOf): 1 | 2 | 3 | 'doubt' {
  if (digits.length === 1) return kinds.digit
  if (digits.startsWith('0')) return 2
  return digits.length === 2 ? kinds.two : kinds.hundreds
}

type Second = { readonly digits: string; readonly to: number }

/** One number below a thousand, or « zéro cinq ». */
export function secondPartAt(atoms: readonly Atom[], at: number): Second | null {
  if (close(atoms, at) === '') return null
  const [first, second, more] = frenchRunAt(atoms, at)
  if (!first || more || atoms[first.to - 1]?.text === 'une') return null
  if (second) return first.digits === '0' && second.shape === 'digit' ? zeroFirst(second) : null
  return /^[1-9]\d{0,2}$/.test(first.digits) ? first : null
}

const zeroFirst = ({ digits, to }: Second): Second => ({ digits: `0${digits}`, to })

/** True where nothing follows that the number could count or go on with: the end, a mark, a small word. */
export function isPartOver(atoms: readonly Atom[], at: number): boolean {
  const word = close(atoms, at)
  if (word === '') return true
  if (!afterPart.has(word)) return false
  const next = /^(?:et|à|virgule)$/.test(word) && close(atoms, at + 1) !== ''
  const last = next ? frenchRunAt(atoms, at + 1).at(-1) : undefined
  return !last || (word === 'et' && frenchUnitAt(atoms, last.to) !== null)
}

const afterPart = wordSet(`
  point virgule et mais de d' du en à au aux par depuis ce cet cette hier pour avec sans sous dans chez contre le la l' les est était
  avant après selon puis taxe taxes
`)
