import { frenchMonths } from '../dates/french-months.ts'
import { frenchMeasured } from '../measures/french-measured.ts'
import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { isDrugUnit } from '../measures/measure-steps.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'
import { isFrenchNumberWord } from './french-cardinal.ts'
import { neverCounted, wholeNames } from './french-frames.ts'
import { frenchRunAt } from './french-run.ts'
import { zerosOf } from './french-scale.ts'
import type { NumberGroup } from './number-run.ts'

/** Words said for a decimal mark; both are marks of a sentence too. */
export const frenchDecimalWords: ReadonlySet<string> = new Set(['virgule', 'point'])

export type Decimal = { readonly fraction: string; readonly to: number }

/**
 * What follows a decimal word: digits one by one, or zeros and one number. 'doubt' where it may be two things:
 * « deux virgule euh cinq », « potassium quatre point deux nodules ». `whole` is the number before the word.
 */
export function frenchDecimalAt(
  atoms: readonly Atom[],
  at: number,
  whole: NumberGroup | null,
): Decimal | 'doubt' | null {
  const word = at === 0 ? (atoms[at]?.text ?? '') : close(atoms, at)
  if (!frenchDecimalWords.has(word)) return null
  const said = beforeScale(atoms, frenchRunAt(atoms, at + 1))
  const first = atoms[at + 1]
  if (first?.joint === 'pause' && said.length > 0) return 'doubt'
  if (said.length === 0 || close(atoms, at + 1) === '') return null
  const groups = beforeCount(atoms, said)
  if (groups === 'doubt') return 'doubt'
  const to = groups.at(-1)?.to ?? at + 1
  const fraction = fractionOf(groups)
  // « zéro virgule cent vingt-cinq un comprimé », « deux virgule cinq dix jours »: a decimal and what is counted, or a list.
  if (fraction === null && word === 'virgule' && groups.length > 1) return 'doubt'
  if (fraction === null || isCounted(atoms, to, word)) return null
  if (whole && takesNoDecimal(atoms, whole, to)) return null
  const chain = chainAfter(atoms, to, word)
  if (chain === 'list') return null
  const isDoubtful =
    chain === 'doubt' ||
    isWholeDose(atoms, groups, to) ||
    (whole !== null && hasAnother(atoms, whole, groups, to)) ||
    isListOfThree(atoms, to) ||
    (word === 'point' && (countsNoun(atoms, groups, to) || isBareYear(whole, atoms, to)))
  return isDoubtful ? 'doubt' : { fraction, to }
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

/**
 * « deux virgule cinq deux fois par jour », « trois virgule soixante-quinze deux comprimés »: the last number counts what
 * follows it. « Deux virgule deux cinq comprimés » may be 2,25 of them.
 */
function beforeCount(
  atoms: readonly Atom[],
  groups: readonly NumberGroup[],
): readonly NumberGroup[] | 'doubt' {
  const last = groups.at(-1)
  if (!last || groups.length < 2) return groups
  const kept = groups.slice(0, -1)
  if (close(atoms, last.to) === 'fois') return kept
  const unit = frenchUnitAt(atoms, last.to)
  if (unit?.quantity !== 'count' || !/s$/.test(atoms[unit.from]?.text ?? '')) return groups
  return kept.every(({ digits }) => digits.length === 1) ? 'doubt' : kept
}

export function fractionOf(groups: readonly NumberGroup[]): string | null {
  const said = groups.map(({ digits }) => digits)
  if (groups.length === 1 && /^\d{1,6}$/.test(said[0] ?? '')) return said[0] ?? null
  if (said.every((digits) => /^\d$/.test(digits))) return said.join('')
  const zeros = said.findIndex((digits) => digits !== '0')
  return zeros === said.length - 1 && /^\d{2,3}$/.test(said[zeros] ?? '') ? said.join('') : null
}

/** « deux virgule cinq cents milligrammes »: 2,500 or two doses; « trois virgule deux cent cinquante kilos » is a weight. */
function isWholeDose(atoms: readonly Atom[], groups: readonly NumberGroup[], to: number): boolean {
  const [only, more] = groups
  // « Jentadueto deux virgule cinq mille » are two strengths.
  if (/^[1-9]\d*000$/.test(only?.digits ?? '')) return true
  const unit = more ? null : frenchUnitAt(atoms, to)
  return unit !== null && /^[1-9]00$/.test(only?.digits ?? '') && isDrugUnit(unit)
}

/**
 * « potassium quatre virgule zéro vingt milliéquivalents », « INR un virgule huit cinq milligrammes », « un virgule deux deux
 * mitoses »: the last number may be of what follows it.
 */
function hasAnother(
  atoms: readonly Atom[],
  whole: NumberGroup,
  groups: readonly NumberGroup[],
  to: number,
): boolean {
  const last = groups.at(-1)
  if (!last || groups.length < 2) return false
  const unit = frenchUnitAt(atoms, to)
  if (!unit) return countsNoun(atoms, [last], to) && last.digits !== '1'
  if (Number(whole.digits) > 0 && groups[0]?.digits === '0' && Number(last.digits) >= 10)
    return true
  const back = links.has(previous(atoms, whole.from)) ? 2 : 1
  return isDrugUnit(unit) && frenchMeasured.has(previous(atoms, whole.from, back))
}

/** « insuline dix virgule vingt et trente unités »: three doses, or a decimal and another number. */
function isListOfThree(atoms: readonly Atom[], to: number): boolean {
  if (!/^(?:et|ou)$/.test(close(atoms, to))) return false
  const [next] = close(atoms, to + 1) === '' ? [] : frenchRunAt(atoms, to + 1)
  return (
    next !== undefined && next.shape !== 'written' && !frenchDecimalWords.has(close(atoms, next.to))
  )
}

/**
 * « deux virgule trois virgule quatre » is a list. « Trente-sept virgule cinq point deux vomissements » is a decimal and the
 * end of its sentence, unless a dose follows, which may have a decimal of its own. « Douze point cinq point deux » may be either.
 */
function chainAfter(atoms: readonly Atom[], to: number, word: string): 'list' | 'doubt' | null {
  if (!frenchDecimalWords.has(close(atoms, to))) return null
  const last = frenchRunAt(atoms, to + 1).at(-1)
  if (!last) return null
  if (word === 'point') return 'doubt'
  if (close(atoms, to) === 'virgule') return 'list'
  const unit = frenchUnitAt(atoms, last.to)
  return unit && isDrugUnit(unit) ? 'doubt' : null
}

/** « dix virgule trois fois par jour »: the number after the mark is of what follows it. */
function isCounted(atoms: readonly Atom[], to: number, word: string): boolean {
  if (close(atoms, to) === 'fois') return word === 'point' || close(atoms, to + 1) === 'par'
  return word === 'point' && frenchUnitAt(atoms, to)?.symbol === null
}

/** « Glasgow à quinze point deux plaies », « un pour cent mille point deux points », « opéré en deux mille douze point trois enfants »: there the sentence ends. */
function takesNoDecimal(atoms: readonly Atom[], whole: NumberGroup, to: number): boolean {
  const before = previous(atoms, whole.from)
  if (before === 'pour' && whole.digits.endsWith('000')) return true
  // « dose dix virgule vingt virgule trente »: the third of a list.
  if (before === 'virgule' && isFrenchNumberWord(previous(atoms, whole.from, 2))) return true
  if (before === 'sur') return isBottom(atoms, whole, to)
  const back = links.has(before) ? 2 : 1
  const name = back === 1 ? before : previous(atoms, whole.from, back)
  // A probe of 3,5 MHz has a frequency as well.
  if (name === 'fréquence') return frenchUnitAt(atoms, to)?.quantity !== 'rate'
  if (wholeNames.has(name)) {
    // « écart type de deux virgule zéro trois »
    return name !== 'type' || previous(atoms, whole.from, back + 1) !== 'écart'
  }
  if (name === 'cardiaque' || name === 'respiratoire')
    return previous(atoms, whole.from, back + 1) === 'fréquence'
  return isYear(whole) && yearLeads.has(before) && frenchUnitAt(atoms, to) === null
}

/** « quinze sur quinze point deux plaies », « cent vingt sur quatre-vingts point … »; sides of a lesion may be decimals. */
function isBottom(atoms: readonly Atom[], { from, digits }: NumberGroup, to: number): boolean {
  const top = previous(atoms, from, 2)
  if (!isFrenchNumberWord(top) && !/^\d/.test(top)) return false
  const isOutOf = Number(digits) >= 40 || /^(?:[56]|1[05]|[23]0)$/.test(digits)
  return (
    isOutOf && frenchUnitAt(atoms, to) === null && !/^(?:sur|par|x|fois)$/.test(close(atoms, to))
  )
}

const links = wordSet('à de est était')
export const yearLeads: ReadonlySet<string> = new Set([
  ...frenchMonths,
  ...['en', 'depuis', 'année'],
])
const isYear = ({ digits, shape }: NumberGroup) =>
  shape === 'large' && /^(?:19|20)\d\d$/.test(digits)

/** « mille neuf cent quatre-vingt-dix-huit point deux enfants »: a year that nothing announced. */
const isBareYear = (whole: NumberGroup | null, atoms: readonly Atom[], to: number) =>
  whole !== null && isYear(whole) && frenchUnitAt(atoms, to) === null

/**
 * « potassium quatre point deux nodules », « clairance à soixante point un nodule »: the number after the point may be of a
 * noun. « Hémoglobine douze point cinq plaquettes deux cents » goes on with the next value.
 */
function countsNoun(atoms: readonly Atom[], groups: readonly NumberGroup[], to: number): boolean {
  const noun = close(atoms, to)
  if (noun === '' || neverCounted.has(noun) || frenchUnitAt(atoms, to) || isNamed(atoms, to + 1))
    return false
  const [number, more] = groups
  if (!number || more || zerosOf(noun) > 0) return false
  return number.digits === '1' ? !/^\d/.test(noun) : /..[sx]$/.test(noun)
}

/** A number, or « à » and a number: the word before it names the next value. */
function isNamed(atoms: readonly Atom[], at: number): boolean {
  const word = /^(?:à|de|est)$/.test(close(atoms, at)) ? close(atoms, at + 1) : close(atoms, at)
  return isFrenchNumberWord(word) || /^\d/.test(word)
}
