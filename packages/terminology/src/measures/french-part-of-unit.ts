import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchUnitAt } from './french-unit-at.ts'
import { measureSteps } from './measure-steps.ts'
import { after, isExactUnit, type Part, writePartOfUnit } from './part-of-unit.ts'

/** What a part of a unit may begin with. */
export const frenchParts = wordSet('un une demi demie la quart trois')

/** « un demi-milligramme », « la moitié d'un milligramme », « trois quarts de milligramme ». */
export function readFrenchPartOfUnit(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const part = partAt(atoms, from)
  if (!part || /^(?:première|deuxième|autre|chaque|\d.*)$/.test(previous(atoms, from))) return null
  const unit = frenchUnitAt(atoms, part.to)
  return unit && isExactUnit(unit) ? writePartOfUnit(reading, from, part, unit) : null
}

function partAt(atoms: readonly Atom[], from: number): Part | null {
  const first = atoms[from]?.text ?? ''
  if (first === 'la') {
    const to = close(atoms, from + 1) === 'moitié' ? ofOne(atoms, from + 2) : null
    return to === null ? null : { fraction: '5', to }
  }
  const at = /^(?:une?|trois)$/.test(first) ? from + 1 : from
  const word = at === from ? first : close(atoms, at)
  if (/^demie?$/.test(word)) return first === 'trois' ? null : { fraction: '5', to: at + 1 }
  const to = /^quarts?$/.test(word) ? ofOne(atoms, at + 1) : null
  if (to === null) return null
  if (first === 'trois') return { fraction: '75', to }
  return word === 'quart' ? { fraction: '25', to } : null
}

/** « de », « d'un »: the atom after it. */
function ofOne(atoms: readonly Atom[], at: number): number | null {
  if (!/^d(?:e|')$/.test(close(atoms, at))) return null
  return after(atoms, at + 1, /^une?$/)
}

/** « deux et demi milligrammes », « trois et quart millilitres »; « deux demi-milligrammes » may be two and a half. */
export function readFrenchMixed(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = frenchNumeralAt(atoms, from)
  if (!said?.isWhole || 'written' in said.numeral) return null
  const isJoined = close(atoms, said.to) === 'et'
  const partAt = isJoined ? said.to + 1 : said.to
  const fraction = fractions.get(close(atoms, partAt))
  const unit = fraction && frenchUnitAt(atoms, partAt + 1)
  if (!unit || !isExactUnit(unit)) return null
  if (!isJoined) return said.value > 1 ? doubtUpTo(atoms, from, unit.to) : null
  const mixed = { ...said, to: partAt + 1, numeral: { ...said.numeral, fraction } }
  const span = valueFrom(reading, 'measure', measureSteps(mixed, unit))
  return span && [span]
}

const fractions: ReadonlyMap<string, '25' | '5'> = new Map([
  ['demi', '5'],
  ['demie', '5'],
  ['demis', '5'],
  ['quart', '25'],
])
