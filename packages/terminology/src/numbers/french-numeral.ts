import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { isDrugUnit } from '../measures/measure-steps.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { rememberAt } from '../reading/remember-at.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchDecimalAt, yearLeads } from './french-decimal.ts'
import { frenchRunAt } from './french-run.ts'
import { mayBeTenths, roundMillions, scaleAt } from './french-scale.ts'
import type { NumberGroup } from './number-run.ts'
import type { Numeral } from './numeral.ts'
import type { SaidNumeral } from './said-numeral.ts'

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

const signLeads = wordSet('de à est était entre fait atteint donne')

/**
 * « moins » is a sign before a temperature or a score, « de moins deux virgule cinq », in a range from below zero, and where
 * nothing else was said; « moins cinq kilos » is not. What has a sign of its own: clinical/french-signed.ts.
 */
function isSign(atoms: readonly Atom[], from: number, { to, isWhole }: SaidNumeral): boolean {
  const before = previous(atoms, from)
  const unit = frenchUnitAt(atoms, to)
  if (isSecondEnd(atoms, from, before)) return unit === null || unit.symbol !== null
  if (before !== '' && !signLeads.has(before)) return false
  if (before === '' && close(atoms, to) === '') return true
  if (unit === null && isFirstEnd(atoms, to)) return true
  // « moins dix degrés de flexion » are ten fewer.
  const isAngle = unit?.quantity === 'angle' && (before === 'fait' || close(atoms, unit.to) === '')
  return unit?.quantity === 'temperature' || isAngle || (unit === null && !isWhole)
}

/** « de moins dix à plus quarante », « entre moins deux et moins un » */
const isFirstEnd = (atoms: readonly Atom[], to: number) =>
  /^(?:à|et)$/.test(close(atoms, to)) && /^(?:plus|moins)$/.test(close(atoms, to + 1))

const isSecondEnd = (atoms: readonly Atom[], from: number, before: string) =>
  /^(?:à|et)$/.test(before) && previous(atoms, from, 3) === 'moins'

function unsignedAt(atoms: readonly Atom[], from: number): SaidNumeral | null {
  const said = oneNumberAt(atoms, from)
  return said && mayBeYear(atoms, said) ? null : said
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

function oneNumberAt(atoms: readonly Atom[], from: number): SaidNumeral | null {
  const run = frenchRunAt(atoms, from)
  const [first] = run
  if (!first || (run.length > 1 && !isFollowedByCount(atoms, run))) return null
  const decimal = /^\d+$/.test(first.digits) ? frenchDecimalAt(atoms, first.to, first) : null
  if (decimal === 'doubt') return null
  if (decimal) {
    const { fraction, to } = decimal
    const value = Number(`${first.digits}.${fraction}`)
    const scale = scaleAt(atoms, to, value)
    return {
      numeral: { integer: first.digits, fraction, ...(scale && { scale }) },
      from,
      to: scale ? to + 1 : to,
      value,
      isWhole: false,
      isWritten: false,
      isArticle: false,
      rule: 'number.decimal',
    }
  }
  return mayBeTenths(atoms, first) ? null : whole(atoms, from, first)
}

/** « metformine 850 trois fois par jour », « sertraline cinquante une fois par jour »: so often, and no part of the number. */
function isFollowedByCount(atoms: readonly Atom[], [first, count, more]: readonly NumberGroup[]) {
  if (!first || !count || more || close(atoms, count.to) !== 'fois') return false
  if (close(atoms, count.to + 1) !== 'par') return false
  return first.shape === 'written' || atoms[count.from]?.text === 'une'
}

/** « 2.5 » as an engine wrote it; « 1.000 » may be a thousand. */
const pointDecimal = /^(0|[1-9]\d{0,3})\.(\d{1,2})$|^(0)\.(\d+)$/

function writtenAs(digits: string): Numeral {
  const [, integer, fraction, zero, small] = pointDecimal.exec(digits) ?? []
  if (integer === undefined && zero === undefined) return { written: digits }
  return { integer: integer ?? zero ?? '', fraction: fraction ?? small ?? null }
}

function whole(atoms: readonly Atom[], from: number, group: NumberGroup): SaidNumeral {
  const isWritten = group.shape === 'written'
  const digits = isWritten ? group.digits.replace(',', '.') : group.digits
  return {
    numeral: isWritten ? writtenAs(group.digits) : roundMillions(atoms, group),
    from,
    to: group.to,
    value: Number(digits),
    isWhole: /^-?\d+$/.test(group.digits),
    isWritten,
    isArticle: false,
    rule: 'number.cardinal',
  }
}
