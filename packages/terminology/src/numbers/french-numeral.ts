import { frenchMonths } from '../dates/french-months.ts'
import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { isDrugUnit } from '../measures/measure-steps.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { rememberAt } from '../reading/remember-at.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchRunAt } from './french-run.ts'
import type { NumberGroup } from './number-run.ts'
import type { Numeral } from './numeral.ts'
import type { SaidNumeral } from './said-numeral.ts'

/** Words said for a decimal mark; both are marks of a sentence too. */
export const frenchDecimalWords: ReadonlySet<string> = new Set(['virgule', 'point'])

/**
 * The number that begins at an atom: « vingt-cinq », « moins deux virgule cinq », « deux millions ». Null where none begins,
 * and where the words could be several (« vingt un »).
 */
export const frenchNumeralAt = rememberAt((atoms, from): SaidNumeral | null => {
  if (atoms[from]?.text !== 'moins') return unsignedAt(atoms, from)
  const after = close(atoms, from + 1) === '' ? null : unsignedAt(atoms, from + 1)
  if (!after || 'written' in after.numeral || !isSign(atoms, from, after)) return null
  return { ...after, numeral: { ...after.numeral, sign: '-' }, from, value: -after.value }
})

const signLeads = wordSet('de à est était entre atteint donne sphère cylindre score')

/**
 * « moins » is a sign before a temperature or a score, « de moins deux virgule cinq », after « excès de base », and where
 * nothing else was said; « moins cinq kilos » is not.
 */
function isSign(atoms: readonly Atom[], from: number, { to, isWhole }: SaidNumeral): boolean {
  const before = previous(atoms, from)
  const unit = frenchUnitAt(atoms, to)
  if (before === 'base') return unit === null || /^mmol/.test(unit.symbol ?? '')
  if (before !== '' && !signLeads.has(before)) return false
  if (before === '' && close(atoms, to) === '') return true
  // « moins dix degrés de flexion » are ten fewer.
  const isAngle = unit?.quantity === 'angle' && close(atoms, unit.to) === ''
  return unit?.quantity === 'temperature' || isAngle || (unit === null && !isWhole)
}

function unsignedAt(atoms: readonly Atom[], from: number): SaidNumeral | null {
  const said = oneNumberAt(atoms, from)
  return said && (mayBeTimesTwenty(atoms, said) || mayBeYear(atoms, said)) ? null : said
}

/** « quatre vingts virgule deux »: four and twenty, as two words, or eighty. */
function mayBeTimesTwenty(atoms: readonly Atom[], { from, isWhole }: SaidNumeral): boolean {
  if (isWhole || atoms[from]?.text !== 'quatre') return false
  return atoms[from + 1]?.joint === 'space' && /^vingts?$/.test(atoms[from + 1]?.text ?? '')
}

/**
 * « en deux mille douze virgule cinq milligrammes »: the year may be over before the dose begins. No drug is given by
 * « deux mille cinq milligrammes »: there, no word before it is needed to think of a year.
 */
function mayBeYear(atoms: readonly Atom[], { from, to, value, isWritten }: SaidNumeral): boolean {
  if (isWritten || value <= 2000 || value >= 2100) return false
  const unit = frenchUnitAt(atoms, to)
  if (unit && !unit.isRatio && isDrugUnit(unit)) return true
  return (
    yearLeads.has(previous(atoms, from)) &&
    /^(?:mass|dose|volume|count)$/.test(unit?.quantity ?? '')
  )
}

const yearLeads = new Set([...frenchMonths, 'en', 'depuis', 'année'])

function oneNumberAt(atoms: readonly Atom[], from: number): SaidNumeral | null {
  const run = frenchRunAt(atoms, from)
  const [first] = run
  if (!first || run.length > 1) return null
  const decimal = /^\d+$/.test(first.digits) ? frenchDecimalAt(atoms, first.to) : null
  if (decimal === 'doubt') return null
  if (decimal) {
    const { fraction, to } = decimal
    const scale = scaleAt(atoms, to)
    return {
      numeral: { integer: first.digits, fraction, ...(scale && { scale }) },
      from,
      to: scale ? to + 1 : to,
      value: Number(`${first.digits}.${fraction}`),
      isWhole: false,
      isWritten: false,
      isArticle: false,
      rule: 'number.decimal',
    }
  }
  return whole(atoms, from, first)
}

const scaleAt = (atoms: readonly Atom[], at: number) =>
  zerosOf(close(atoms, at)) > 0 ? close(atoms, at) : null

function whole(atoms: readonly Atom[], from: number, group: NumberGroup): SaidNumeral {
  const isWritten = group.shape === 'written'
  const digits = isWritten ? group.digits.replace(',', '.') : group.digits
  return {
    numeral: isWritten ? { written: group.digits } : roundMillions(atoms, group),
    from,
    to: group.to,
    value: Number(digits),
    isWhole: /^-?\d+$/.test(group.digits),
    isWritten,
    isArticle: false,
    rule: 'number.cardinal',
  }
}

const zeros: ReadonlyMap<string, number> = new Map([
  ['million', 6],
  ['milliard', 9],
  ['billion', 12],
])
const zerosOf = (word: string) => zeros.get(word.replace(/s$/, '')) ?? 0

/** « deux millions d'interventions » keeps its word: easier to read than six zeros, and as it was said. */
function roundMillions(atoms: readonly Atom[], { digits, to }: NumberGroup): Numeral {
  const word = atoms[to - 1]?.text ?? ''
  const zeros = zerosOf(word)
  if (zeros === 0 || digits.length > zeros + 3) return { integer: digits, fraction: null }
  return { integer: digits.slice(0, -zeros), fraction: null, scale: word }
}

export type Decimal = { readonly fraction: string; readonly to: number }

/**
 * What follows a decimal word: digits one by one, or zeros and one number. 'doubt' where it may be two things:
 * « deux virgule euh cinq », « dix virgule trois fois par jour », « dix point trois jours ».
 */
export function frenchDecimalAt(atoms: readonly Atom[], at: number): Decimal | 'doubt' | null {
  const word = at === 0 ? (atoms[at]?.text ?? '') : close(atoms, at)
  if (!frenchDecimalWords.has(word)) return null
  const groups = beforeScale(atoms, frenchRunAt(atoms, at + 1))
  const first = atoms[at + 1]
  if (first?.joint === 'pause' && groups.length > 0) return 'doubt'
  if (groups.length === 0 || close(atoms, at + 1) === '') return null
  const to = groups.at(-1)?.to ?? at + 1
  const fraction = fractionOf(groups)
  if (fraction === null || isChain(atoms, to) || isCounted(atoms, to, word)) return null
  return isListOfThree(atoms, to) ? 'doubt' : { fraction, to }
}

/** « deux virgule cinq millions »: the scale is of the whole decimal, not of its fraction. */
function beforeScale(
  atoms: readonly Atom[],
  groups: readonly NumberGroup[],
): readonly NumberGroup[] {
  const last = groups.at(-1)
  const zeros = last ? zerosOf(atoms[last.to - 1]?.text ?? '') : 0
  if (!last || zeros === 0) return groups
  return [
    ...groups.slice(0, -1),
    { ...last, digits: last.digits.slice(0, -zeros), to: last.to - 1 },
  ]
}

export function fractionOf(groups: readonly NumberGroup[]): string | null {
  const said = groups.map(({ digits }) => digits)
  if (groups.length === 1 && /^\d{1,6}$/.test(said[0] ?? '')) return said[0] ?? null
  if (said.every((digits) => /^\d$/.test(digits))) return said.join('')
  const zeros = said.findIndex((digits) => digits !== '0')
  return zeros === said.length - 1 && /^\d{2,3}$/.test(said[zeros] ?? '') ? said.join('') : null
}

/** « insuline dix virgule vingt et trente unités »: three doses, or a decimal and another number. */
function isListOfThree(atoms: readonly Atom[], to: number): boolean {
  if (!/^(?:et|ou)$/.test(close(atoms, to))) return false
  const [next] = close(atoms, to + 1) === '' ? [] : frenchRunAt(atoms, to + 1)
  return (
    next !== undefined && next.shape !== 'written' && !frenchDecimalWords.has(close(atoms, next.to))
  )
}

/** « deux virgule trois virgule quatre » is a list. */
const isChain = (atoms: readonly Atom[], to: number) =>
  frenchDecimalWords.has(close(atoms, to)) && frenchRunAt(atoms, to + 1).length > 0

/** « dix virgule trois fois par jour »: the number after the mark is of what follows it. */
function isCounted(atoms: readonly Atom[], to: number, word: string): boolean {
  if (close(atoms, to) === 'fois') return word === 'point' || close(atoms, to + 1) === 'par'
  return word === 'point' && frenchUnitAt(atoms, to)?.symbol === null
}
