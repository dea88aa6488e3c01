import { englishUnitAt } from '../measures/english-unit-at.ts'
import { isDrugUnit } from '../measures/measure-steps.ts'
import type { SaidUnit } from '../measures/said-unit.ts'
import type { Quantity } from '../measures/unit.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { rememberAt } from '../reading/remember-at.ts'
import { wordSet } from '../reading/word-set.ts'
import { isEnglishNumberWord, isLargeScale } from './english-cardinal.ts'
import { mayBeDecimal } from './english-decimal-names.ts'
import { denominators } from './english-fraction-part.ts'
import { numberedNouns, yearLeads } from './english-frames.ts'
import { englishRunAt, type NumberGroup } from './english-run.ts'
import type { Numeral } from './numeral.ts'
import type { SaidNumeral } from './said-numeral.ts'

export type { SaidNumeral } from './said-numeral.ts'

/** Words said for a sign. */
export const signs: ReadonlyMap<string, '-' | '+'> = new Map([
  ['minus', '-'],
  ['negative', '-'],
  ['plus', '+'],
])

/** Words said for a decimal mark. */
const decimalWords = new Set(['point', 'dot', 'decimal'])

/**
 * The number that begins at an atom: "twenty-five", "minus five", "one point five million", "oh point five".
 * Null where none begins, and where the words could be several ("one twenty").
 */
export const englishNumeralAt = rememberAt((atoms, from): SaidNumeral | null => {
  const word = atoms[from]?.text ?? ''
  const sign = signs.get(word)
  if (sign) {
    const after = close(atoms, from + 1) === '' ? null : unsignedAt(atoms, from + 1)
    if (!after || 'written' in after.numeral || !isSign(atoms, from, after)) return null
    const value = sign === '-' ? -after.value : after.value
    return { ...after, numeral: { ...after.numeral, sign }, from, value }
  }
  return unsignedAt(atoms, from)
})

/**
 * "minus" is a sign unless a number stands before it. "negative" and "plus" are words more often: "the swab was
 * negative two days ago", "aspirin plus two point five milligrams of".
 */
export function isSign(
  atoms: readonly Atom[],
  from: number,
  { to, isWhole }: Pick<SaidNumeral, 'to' | 'isWhole'>,
): boolean {
  const before = previous(atoms, from)
  if (isEnglishNumberWord(before) || /^\d/.test(before) || denominators.has(before)) return false
  if (atoms[from]?.text === 'minus') return before !== 'or' && before !== 'plus'
  const isLead = before === '' || signLeads.has(before)
  const unit = englishUnitAt(atoms, to)
  if (atoms[from]?.text === 'plus') return isLead && !isWhole && unit === null
  const isTemperature = unit?.quantity === 'temperature' || unit?.quantity === 'angle'
  return isLead && (isTemperature || (unit === null && (!isWhole || close(atoms, to) === '')))
}

const signLeads = wordSet('is was of to at than from between excess score sphere cylinder')

function unsignedAt(atoms: readonly Atom[], from: number): SaidNumeral | null {
  const said = oneNumberAt(atoms, from)
  return said && (mayBeHundreds(atoms, said) || mayBeYear(atoms, said)) ? null : said
}

/**
 * "fifty one hundred milligrams" is fifty and a hundred, or 5100; a hyphen, or hours, would say which. So would what is
 * measured: "thirty four hundred grams" after nothing that takes a number of its own.
 */
function mayBeHundreds(atoms: readonly Atom[], { from, to, isWhole }: SaidNumeral): boolean {
  if (!isWhole || atoms[from + 2]?.text !== 'hundred' || atoms[from + 1]?.joint !== 'space')
    return false
  const isOne = atoms[from + 1]?.text === 'one'
  if (isBulk(englishUnitAt(atoms, to), isOne) && !numberedNouns.has(previous(atoms, from))) {
    return false
  }
  return isOne ? !/^hours?$/.test(close(atoms, to)) : isGiven(atoms, to)
}

/** What no other number is said just before. "dextrose fifty one hundred millilitres" may be of fifty percent. */
function isBulk(unit: SaidUnit | null, isOne: boolean): boolean {
  if (!unit || unit.isRatio) return false
  if (unit.symbol === null) return household.has(unit.quantity)
  return /^k?g$/.test(unit.symbol) || (unit.quantity === 'volume' && !isOne)
}

const household: ReadonlySet<Quantity> = new Set(['mass', 'length', 'other'])

/**
 * "in two thousand twelve point five milligrams": the year may be over before the dose begins. No drug is given by
 * two thousand and five milligrams: there, no word before it is needed to think of a year.
 */
function mayBeYear(atoms: readonly Atom[], { from, to, value, isWritten }: SaidNumeral): boolean {
  if (isWritten || value <= 2000 || value >= 2100) return false
  const unit = englishUnitAt(atoms, to)
  if (unit && !unit.isRatio && isDrugUnit(unit)) return true
  return yearLeads.has(previous(atoms, from)) && isGiven(atoms, to)
}

const isGiven = (atoms: readonly Atom[], to: number) =>
  /^(?:mass|dose|volume|count)$/.test(englishUnitAt(atoms, to)?.quantity ?? '')

function oneNumberAt(atoms: readonly Atom[], from: number): SaidNumeral | null {
  const leading = leadingPointAt(atoms, from)
  if (leading) return leading
  const run = englishRunAt(atoms, from)
  const together = withOh(run)
  if (together && mayBeDecimal(atoms, from, together.to)) return null
  const first = together ?? run[0]
  if (!first || first.shape === 'repeated' || first.to !== run.at(-1)?.to) return null
  const decimal = /^\d+$/.test(first.digits) ? decimalAt(atoms, first.to) : null
  if (decimal === 'doubt' || (decimal && mayBeOnce(atoms, from, decimal.to))) return null
  if (decimal) return scaled(atoms, from, first.digits, decimal)
  return whole(atoms, from, first)
}

/** "one oh five" is 105: the "oh" says that the digits belong together. */
function withOh(run: readonly NumberGroup[]): NumberGroup | null {
  const [first, oh, last, ...more] = run
  if (first?.shape !== 'digit' || oh?.shape !== 'oh' || last?.shape !== 'digit') return null
  if (more.length > 0) return null
  return { digits: `${first.digits}0${last.digits}`, shape: 'large', from: first.from, to: last.to }
}

/** "point five", "oh point five": a zero before it is written even if it was not said. */
function leadingPointAt(atoms: readonly Atom[], from: number): SaidNumeral | null {
  const text = atoms[from]?.text ?? ''
  const point = text === 'oh' && close(atoms, from + 1) === 'point' ? from + 1 : from
  if (atoms[point]?.text !== 'point') return null
  if (point === from && nounsOfPoint.has(previous(atoms, from))) {
    // "a point six milligram tablet": one thing of this strength, not a point of time and six milligrams.
    if (!isStrength(atoms, from)) return null
  }
  const decimal = decimalAt(atoms, point)
  return decimal && decimal !== 'doubt' ? scaled(atoms, from, '0', decimal) : null
}

function isStrength(atoms: readonly Atom[], point: number): boolean {
  if (!/^(?:a|an|the)$/.test(previous(atoms, point))) return false
  const decimal = decimalAt(atoms, point)
  if (!decimal || decimal === 'doubt') return false
  return /^(?:milligram|microgram|gram|milliliter|millilitre|milliequivalent|unit|mg|mcg)$/.test(
    close(atoms, decimal.to),
  )
}

/** "at this point five milligrams were given", "insertion point three centimetres medial". */
const nounsOfPoint = wordSet(`
  s a an the this that which what some any each every one no same my his her their our trigger pressure end
  mid set starting focal tender melting freezing boiling flash time access entry exit insertion attachment
  anchor fixation landmark lead transition bleeding reference pivot tipping turning midway halfway data main
  pin mcburney mcburneys erb erbs view needle counter key low lowest high highest good bad winning match deepest thickest narrowest widest
`)

/** "at one point five people were sick", "at one point two years ago": once, and then something that is counted. */
function mayBeOnce(atoms: readonly Atom[], from: number, to: number): boolean {
  if (atoms[from]?.text !== 'one' || previous(atoms, from) !== 'at') return false
  const unit = englishUnitAt(atoms, to)
  if (unit) return unit.symbol === null && !unit.isRatio
  const after = close(atoms, to)
  return after !== '' && !afterValue.has(after)
}

/** What may follow a value that stands alone. */
const afterValue = wordSet(`
  and or to but with without on in at from for by of off today yesterday tomorrow this last then now before after
  while which when was is as per over times
`)

type Decimal = { readonly fraction: string; readonly to: number }

function scaled(
  atoms: readonly Atom[],
  from: number,
  integer: string,
  { fraction, to }: Decimal,
): SaidNumeral {
  const word = close(atoms, to)
  const scale = isLargeScale(word) || word === 'thousand' ? { scale: word } : {}
  return {
    numeral: { integer, fraction, ...scale },
    from,
    to: to + ('scale' in scale ? 1 : 0),
    value: Number(`${integer}.${fraction}`),
    isWhole: false,
    isWritten: false,
    isArticle: false,
    rule: 'number.decimal',
  }
}

function whole(atoms: readonly Atom[], from: number, group: NumberGroup): SaidNumeral {
  const isWritten = group.shape === 'written'
  const value = Number(isWritten ? group.digits.replace(/,(?=\d{3})/g, '') : group.digits)
  return {
    numeral: isWritten ? { written: group.digits } : roundMillions(atoms, group),
    from,
    to: group.to,
    value,
    isWhole: !group.digits.includes('.'),
    isWritten,
    isArticle: atoms[from]?.text === 'a' && group.to === from + 2,
    rule: 'number.cardinal',
  }
}

/** "nineteen million" keeps its word: easier to read than six zeros, and as it was said. */
function roundMillions(atoms: readonly Atom[], { digits, to }: NumberGroup): Numeral {
  const word = atoms[to - 1]?.text ?? ''
  const zeros = scaleZeros.get(word)
  if (zeros === undefined || !digits.endsWith('0'.repeat(zeros)) || digits.length > zeros + 3) {
    return { integer: digits, fraction: null }
  }
  return { integer: digits.slice(0, -zeros), fraction: null, scale: word }
}

const scaleZeros: ReadonlyMap<string, number> = new Map([
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
])

/**
 * What follows a decimal word: digits one by one, numbers to 99 among them. 'doubt' where more is said than
 * one decimal can hold: "one point two point three", "two point um five".
 */
function decimalAt(atoms: readonly Atom[], at: number): Decimal | 'doubt' | null {
  const word = at === 0 || atoms[at]?.joint === 'apart' ? (atoms[at]?.text ?? '') : close(atoms, at)
  if (!decimalWords.has(word)) return null
  let zeros = 0
  while (zeros < 9 && /^oh?$/.test(close(atoms, at + 1 + zeros))) zeros++
  const groups = englishRunAt(atoms, at + 1 + zeros, 'fraction')
  const first = atoms[at + 1]
  if (first?.joint === 'pause' && groups.length > 0) return 'doubt'
  if (close(atoms, at + 1) === '') return null
  const fraction = '0'.repeat(zeros) + groups.map(({ digits }) => digits).join('')
  if (fraction === '') return null
  const to = groups.at(-1)?.to ?? at + 1 + zeros
  const isChain =
    decimalWords.has(close(atoms, to)) &&
    (englishRunAt(atoms, to + 1).length > 0 || /^oh?$/.test(close(atoms, to + 1)))
  if (isChain || close(atoms, to) === 'hundred' || !isFraction(groups, zeros > 0)) return 'doubt'
  return { fraction, to }
}

/** "one four", "oh five", "twenty five", "one twenty five"; not "five ten", not "one hundred". */
function isFraction(groups: readonly NumberGroup[], startsWithOh: boolean): boolean {
  if (groups.length === 0) return startsWithOh
  const last = groups.length - 1
  return groups.every(({ shape, digits }, index) => {
    if (shape === 'digit' || shape === 'zero' || shape === 'oh' || shape === 'repeated') return true
    if (shape === 'written') return /^\d+$/.test(digits)
    if (shape === 'large') return false
    return index === last && (index < 2 || shape !== 'teen')
  })
}
