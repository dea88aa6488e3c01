import { isPartOver } from '../measures/french-second-part.ts'
import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import { type Numeral, writeNumeral } from '../numbers/numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

/** What is measured below and above zero: sedation, the head in the pelvis, the base excess. */
const bothWays = wordSet('rass station')
/** What « plus » adds to instead: a score goes up by two. */
const belowZero = wordSet('score scores')
/** Lenses, in quarters of a dioptre. */
const lenses = wordSet('sphère sphere cylindre réfraction addition od og')

/** « RASS moins deux » is RASS -2, « station plus un » +1, « sphère moins deux soixante-quinze » -2,75. */
export function readFrenchSigned(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const sign = atoms[from]?.text === 'plus' ? '+' : '-'
  if (close(atoms, from + 1) === '') return null
  const isLens = isOfLens(reading, at, from)
  if (!isLens && !isNamed(reading, at, sign)) return null
  const said = (isLens ? inQuarters(atoms, from + 1) : null) ?? numeralAt(atoms, from + 1)
  if (!said || isCounted(atoms, said.to)) return null
  if (isLens && sign === '+' && !isLensOver(atoms, said.to)) return null
  const write: Step['write'] = (profile) => sign + writeNumeral(said.numeral, profile)
  const step = { from, to: said.to, rule: 'number.sign', write }
  const span = valueFrom(reading, 'number', [step])
  return span && [span]
}

/** The name right before, or with « à », « de » or the letter of a score between. */
function isNamed(reading: Reading, at: number, sign: '+' | '-'): boolean {
  const [first = '', ...others] = aroundOf(reading, at, at + 1).before
  const [name = '', further] = /^(?:à|de|est|t|z)$/.test(first) ? others : [first, ...others]
  if (name === 'base') return further === 'de' && others.includes('excès')
  return bothWays.has(name) || (sign === '-' && belowZero.has(name))
}

/** Near a word for lenses, or after « œil droit ». */
function isOfLens(reading: Reading, at: number, from: number): boolean {
  const { atoms } = reading
  if (
    /^(?:droit|gauche)$/.test(previous(atoms, from)) &&
    /^(?:œil|oeil)$/.test(previous(atoms, from, 2))
  )
    return true
  return aroundOf(reading, at, at + 1).before.some((word) => lenses.has(word))
}

/** « addition plus deux »; « réfraction plus deux consultations » adds something else. */
const isLensOver = (atoms: readonly Atom[], to: number) =>
  isPartOver(atoms, to) ||
  lenses.has(close(atoms, to)) ||
  /^(?:dioptries?|axe)$/.test(close(atoms, to))

type Said = { readonly numeral: Numeral; readonly to: number }

function numeralAt(atoms: readonly Atom[], at: number): Said | null {
  const said = frenchNumeralAt(atoms, at)
  return said && said.value >= 0 && said.value < 100 ? said : null
}

/** « deux soixante-quinze »: no lens has other parts than quarters. */
function inQuarters(atoms: readonly Atom[], at: number): Said | null {
  const [whole, part, more] = frenchRunAt(atoms, at)
  if (
    !whole ||
    !part ||
    more ||
    !/^(?:25|50|75)$/.test(part.digits) ||
    !/^1?\d$/.test(whole.digits)
  )
    return null
  return { numeral: { integer: whole.digits, fraction: part.digits }, to: part.to }
}

/** « score moins deux points », « station plus deux jours »; of the base excess and of lenses the unit is named. */
function isCounted(atoms: readonly Atom[], to: number): boolean {
  const unit = frenchUnitAt(atoms, to)
  const isTheirs = /^mmol/.test(unit?.symbol ?? '') || /^dioptries?$/.test(close(atoms, to))
  return (unit !== null && !isTheirs) || /^(?:sur|fois|points?|de)$/.test(close(atoms, to))
}
