import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchCardinalAt, isFrenchNumberWord } from './french-cardinal.ts'
import { type NumberGroup, type ReadRun, rememberRuns, writtenGroup } from './number-run.ts'

/** Numbers said one after the other with nothing between them: « trois zéro » is 3 and 0. */
export const frenchRunAt: ReadRun = rememberRuns(groupAt)

const cutDecimals = /^,\d{1,9}$/

/** "37 ,5": an engine cuts its own decimal in two; "10 ,20 ,30" is a list. */
function withCutDecimals(atoms: readonly Atom[], whole: NumberGroup): NumberGroup {
  const decimals = close(atoms, whole.to)
  const isList = cutDecimals.test(close(atoms, whole.to + 1))
  if (!cutDecimals.test(decimals) || isList || !/^\d+$/.test(whole.digits)) return whole
  return { ...whole, digits: whole.digits + decimals, to: whole.to + 1 }
}

const oneToThree = /^[1-9]\d{0,2}$/

/**
 * « 5 000 », « 250 000 »: an engine sets groups apart. A group that begins with a zero is no number of its own; of « 2 650 mg »
 * the first may be.
 */
function withGroups(atoms: readonly Atom[], first: NumberGroup): NumberGroup {
  if (!oneToThree.test(first.digits)) return first
  let { digits, to } = first
  let hasZero = false
  for (; /^\d{3}$/.test(close(atoms, to)) && digits.length < 12; to++) {
    digits += atoms[to]?.text
    hasZero ||= atoms[to]?.text.startsWith('0') === true
  }
  if (to === first.to || !(hasZero || isLargeByName(atoms, first.from, to))) return first
  return { ...first, digits, shape: 'large', to }
}

/** « Plaquettes à 250 300 », « leucocytes 12 500 », « poids de naissance 3 450 », « poids 3 450 grammes » */
function isLargeByName(atoms: readonly Atom[], from: number, to: number): boolean {
  const before = previous(atoms, from)
  const name = /^(?:à|de)$/.test(before) ? previous(atoms, from, 2) : before
  return inThousands.has(name) || (name === 'poids' && /^g(?:rammes)?$/.test(close(atoms, to)))
}
const inThousands = wordSet('plaquettes leucocytes naissance')

function groupAt(atoms: readonly Atom[], from: number, goesOn: boolean): NumberGroup | null {
  const written = writtenGroup(atoms, from, goesOn)
  if (written) return withCutDecimals(atoms, withGroups(atoms, written))
  // « ,5 » is a decimal without its zero.
  if (!goesOn && cutDecimals.test(atoms[from]?.text ?? '')) {
    return { digits: atoms[from]?.text ?? '', shape: 'written', from, to: from + 1 }
  }
  const first = goesOn ? close(atoms, from) : (atoms[from]?.text ?? '')
  if (!isFrenchNumberWord(first)) return null
  const cardinal = frenchCardinalAt((at) => (at === from ? first : close(atoms, at)), from)
  return cardinal && { ...cardinal, from }
}
