import type { SaidNumeral } from '../numbers/said-numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, type Step } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { englishUnitAt } from './english-unit-at.ts'
import { measureSteps } from './measure-steps.ts'
import { after, isExactUnit, type Part, writePartOfUnit } from './part-of-unit.ts'
import type { SaidUnit } from './said-unit.ts'

/** What a part of a unit may begin with. */
export const englishParts = wordSet('a one three half quarter')

/** "half a milligram", "a quarter of a milligram", "three quarters of a milligram", "half-milligram tablets". */
export function readEnglishPartOfUnit(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const part = partAt(atoms, from)
  if (!part || isOneOfParts(previous(atoms, from))) return null
  const unit = englishUnitAt(atoms, unitFrom(atoms, part.to))
  if (!unit || !isExactUnit(unit)) return null
  // "a half milligram tablet": the article is the tablet's.
  if (atoms[from]?.text === 'a' && !endsDose(close(atoms, unit.to))) return null
  return writePartOfUnit(reading, from, part, unit)
}

/** "a half", "one quarter", "three quarters"; "half" and "quarter" alone. */
function partAt(atoms: readonly Atom[], from: number): Part | null {
  const top = /^(?:a|one|three)$/.test(atoms[from]?.text ?? '') ? atoms[from]?.text : undefined
  const at = top === undefined ? from : from + 1
  const word = top === undefined ? (atoms[from]?.text ?? '') : close(atoms, at)
  const to = at + 1
  if (word === 'half') return top === 'three' ? null : { fraction: '5', to }
  if (top === 'three') return /^(?:quarters?|fourths)$/.test(word) ? { fraction: '75', to } : null
  const isQuarter = word === 'quarter' || (word === 'fourth' && top !== undefined)
  return isQuarter ? { fraction: '25', to } : null
}

/** "two milligrams and a half" is 2.5 mg; "and a half tablet" is something else. */
export function englishHalfAfter(
  atoms: readonly Atom[],
  said: SaidNumeral,
  unit: SaidUnit,
): readonly Step[] | null {
  const { numeral, isWhole } = said
  if (!isWhole || 'written' in numeral || !isExactUnit(unit)) return null
  const words = [0, 1, 2].map((more) => close(atoms, unit.to + more)).join(' ')
  const end = unit.to + 3
  if (words !== 'and a half' || !endsDose(close(atoms, end)) || close(atoms, end) === 'of')
    return null
  return measureSteps({ ...said, numeral: { ...numeral, fraction: '5' } }, { ...unit, to: end })
}

/** "of a", "of an", "a" between a part and the unit; the atom of the unit. */
export function unitFrom(atoms: readonly Atom[], at: number): number {
  const article = after(atoms, at, /^of$/)
  const unit = after(atoms, article, /^an?$/)
  return article > at && unit === article ? at : unit
}

/** "the first half of a milligram", "3 half milligram tablets": one part among others, or counted. */
const isOneOfParts = (before: string) =>
  /^(?:first|second|third|last|other|another|each|every|lower|upper|\d.*)$/.test(before)

/** Nothing follows that the article of "a half milligram" could belong to. */
const endsDose = (word: string) => word === '' || beginsNoNoun.has(word)
const beginsNoNoun = wordSet(`
  of daily twice once every each at in on with without by for as before after and or to then per po iv im sc b t q
  bid tid qid prn nightly weekly monthly was is were are per orally under above below from until if when
`)
