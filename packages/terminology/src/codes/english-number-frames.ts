import { englishUnitAt } from '../measures/english-unit-at.ts'
import { englishRunAt, type NumberGroup, readOutRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, previous, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { countryCode } from './country-code.ts'

const telephones = wordSet('phone telephone fax pager cell mobile call dial beeper')
const records = wordSet(`
  mrn record chart accession account file card ssn extension pin passport licence license serial case
  encounter visit policy dossier zip code npi lot requisition id flight room suite apartment highway route
  invoice tracking confirmation reference receipt ticket
`)
/** A postal code of five digits follows the name of a state; of names in two words, the second. */
const states = wordSet(`
  alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana
  iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
  nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont
  virginia washington wisconsin wyoming
`)
/** Short numbers of services that everybody calls. */
const services = /^(?:411|811|911|988)$/
const calls = wordSet('called calling dialed dialled text texted')
/** Records only with "number" after them: an order is more often a drug. */
const numbered = wordSet('order member customer employee badge booking security insurance medicare')
const between = wordSet('number numbers is was at the her his their no to of him them')

/** A telephone or record number that is read out: its digits, grouped as telephones are. */
export function readEnglishCallNumber(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = readOutAt(atoms, from)
  if (!said) return null
  const { before } = aroundOf(reading, at, at + 1)
  const frame = before.find((word) => !between.has(word)) ?? previous(atoms, from)
  const isAreaCode = frame === 'code' && before.includes('area')
  const isZip = states.has(before[0] ?? '') && said.digits.length === 5
  const isRecord =
    (records.has(frame) && !isAreaCode) ||
    isZip ||
    isPostBox(before, said.digits) ||
    (said.digits.length === 3 && (isAreaCode || leadsAreaCode(atoms, said.to))) ||
    (numberWords.test(before[0] ?? '') && numbered.has(frame))
  // Ten digits read out one by one, or eleven from one on, are a telephone number here, unless something else was announced.
  const isExtended = said.digits.length === 7 && /^ext(?:ension)?$/.test(close(atoms, said.to))
  const isOwn = said.digits.length === 7 && /^(?:is|was) number\b/.test(before.join(' '))
  const isService = calls.has(before[0] ?? '') && services.test(said.digits)
  const isCall =
    telephones.has(frame) ||
    isOwn ||
    isService ||
    said.isAbroad ||
    isExtended ||
    (said.isTelephone && !isRecord)
  if (!isCall && !isRecord) return null
  // "call at three fifteen" is a time.
  if (previous(atoms, from) === 'at' && said.digits.length < 7) return null
  // "code two fifty point five" goes on.
  if (/^(?:point|decimal)$/.test(close(atoms, said.to))) return null
  // A dose may follow it: "five five five one two three four five milligrams" ends in another number.
  const unit = englishUnitAt(atoms, said.to)
  if (unit) return doubtUpTo(atoms, from, unit.to)
  const write = isCall ? asTelephone(said.digits, said.isAbroad) : (said.grouped ?? said.digits)
  const rule = isCall ? 'code.telephone' : 'code.record-number'
  const span = valueFrom(reading, 'code', [{ from, to: said.to, rule, write }])
  return span && [span]
}

const numberWords = /^(?:number|is|was)$/

/** "p o box seven eighty one": read as the number of a room is. */
function isPostBox([box, ...before]: readonly string[], digits: string): boolean {
  const isPost = before[0] === 'po' || (before[0] === 'o' && before[1] === 'p')
  return box === 'box' && digits.length <= 5 && (isPost || before[0] === 'postal')
}

/** "the six one three area code" */
const leadsAreaCode = (atoms: readonly Atom[], to: number) =>
  close(atoms, to) === 'area' && close(atoms, to + 1) === 'code'

type ReadOut = {
  readonly digits: string
  readonly to: number
  /** A "plus" stands before the code of a country. */
  readonly isAbroad: boolean
  readonly isTelephone: boolean
  /** With the hyphens that were said in it. */
  readonly grouped?: string
}

function readOutAt(atoms: readonly Atom[], from: number): ReadOut | null {
  if (atoms[from]?.text === 'plus') return abroadAt(atoms, from)
  const free = tollFreeAt(atoms, from)
  if (free) return free
  const { zeros, run } = readOutRunAt(atoms, from, /^oh?$/)
  const first = run.at(-1)?.to
  if (first === undefined || run.some(isOneNumber)) return null
  // "the chart oh one more thing"
  if (run.length < 2 && zeros.length < 2) return null
  const { more, groups, to } = afterHyphens(atoms, first)
  const digits = zeros + digitsOf([...run, ...more])
  const isReadOut = isOneByOne([...run, ...more]) || isWrittenTelephone(run)
  const isTelephone = isReadOut && /^(?:1?\d{10}|0\d{10})$/.test(digits)
  const grouped = [zeros + digitsOf(run), ...groups].join('-')
  return { digits, to, isAbroad: false, isTelephone, grouped }
}

/** "one two three dash four five six": groups of at least two digits, as long as hyphens are said. */
function afterHyphens(atoms: readonly Atom[], from: number) {
  const more: NumberGroup[] = []
  const groups: string[] = []
  let to = from
  while (groups.length < 4 && /^(?:dash|hyphen)$/.test(close(atoms, to))) {
    const run = close(atoms, to + 1) === '' ? [] : englishRunAt(atoms, to + 1)
    if (digitsOf(run).length < 2 || run.some(isOneNumber)) break
    more.push(...run)
    groups.push(digitsOf(run))
    to = run.at(-1)?.to ?? to
  }
  return { more, groups, to }
}

/** "514 555 0123", as an engine writes it. */
const isWrittenTelephone = (run: readonly NumberGroup[]) =>
  run.every(({ shape }) => shape === 'written') &&
  run.map(({ digits }) => digits.length).join() === '3,3,4'

/** "plus four four ...": eight to fifteen digits (ITU-T E.164). */
function abroadAt(atoms: readonly Atom[], from: number): ReadOut | null {
  const run = close(atoms, from + 1) === '' ? [] : englishRunAt(atoms, from + 1)
  const digits = digitsOf(run)
  const to = run.at(-1)?.to
  if (to === undefined || run.some(isOneNumber) || digits.length < 8 || digits.length > 15)
    return null
  return { digits, to, isAbroad: true, isTelephone: true }
}

/** "one eight hundred" or "eight hundred" and seven digits one by one: the hundred is read for its digits. */
function tollFreeAt(atoms: readonly Atom[], from: number): ReadOut | null {
  const saysOne = atoms[from]?.text === 'one'
  const eight = saysOne ? from + 1 : from
  const isFree =
    (saysOne ? close(atoms, eight) : atoms[eight]?.text) === 'eight' &&
    close(atoms, eight + 1) === 'hundred' &&
    close(atoms, eight + 2) !== ''
  const run = isFree ? englishRunAt(atoms, eight + 2) : []
  const to = run.at(-1)?.to
  const digits = digitsOf(run)
  if (to === undefined || run.some(isOneNumber) || digits.length !== 7) return null
  if (!saysOne && !isOneByOne(run)) return null
  return { digits: `${saysOne ? '1' : ''}800${digits}`, to, isAbroad: false, isTelephone: true }
}

/** Digit by digit; the last four may be a pair of numbers: "five five five twelve thirty four". */
function isOneByOne(run: readonly NumberGroup[]): boolean {
  if (isWrittenOut(run)) return true
  const isDigit = ({ digits, shape }: NumberGroup) => digits.length === 1 || shape === 'repeated'
  const isPair = run.slice(-2).every(({ digits }) => digits.length === 2)
  return run.every(isDigit) || (isPair && run.length >= 8 && run.slice(0, -2).every(isDigit))
}

/** "514 555 0123", as an engine writes it. */
function isWrittenOut(run: readonly NumberGroup[]): boolean {
  const lengths = run.map(({ digits, shape }) => (shape === 'written' ? digits.length : 0))
  return lengths.join() === '3,3,4'
}

const digitsOf = (run: readonly NumberGroup[]) => run.map(({ digits }) => digits).join('')

/** "one hundred" is a number, not digits that are read out. */
const isOneNumber = ({ shape, digits }: NumberGroup) => shape === 'large' || digits.includes('.')

/** North American: 613-555-0142, 1-800-555-0142, +1 613-555-0142. Elsewhere the country's code stands apart. */
function asTelephone(digits: string, isAbroad: boolean): string {
  if (isAbroad && !digits.startsWith('1')) {
    const country = countryCode.exec(digits)?.[0] ?? ''
    return `+${country} ${digits.slice(country.length)}`
  }
  const parts = /^(1)?(\d{3})?(\d{3})(\d{4})$/.exec(digits)
  const written = parts ? parts.slice(1).filter(Boolean).join('-') : digits
  return isAbroad ? `+${written.replace('1-', '1 ')}` : written
}
