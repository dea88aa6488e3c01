import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

/** A letter after one of these is its name: « groupe b négatif », « densité c », « streptocoque b », « plan b ». */
const named = wordSet(`
  groupe groupes sanguin type types plan escalier densité streptocoque streptocoques strepto stanford weber child pugh option
  catégorie bâtiment aile annexe hémophilie hépatite hépatites classe protéine troponine immunoglobuline immunoglobulines
  vitamine vitamines
`)
/** Blood is told by its letter alone: « culot o négatif ». */
const bloods = wordSet(
  'groupe groupes sanguin sang culot culots globulaire globulaires donneur donneuse',
)

/** A letter and a number are one name after these: « chambre b douze », « siège douze a », « format a quatre ». */
const placed = wordSet(`
  chambre salle porte siège place lit local bureau rangée box quai route autoroute sortie format airbus rads birads
`)
/** « la n sept », « la d neuf cent six » */
const roads = wordSet('n d')

/** « le groupe a reçu »: « a » is a letter only before these and at an end, « d », « l » and the like too. */
const afterLetter = wordSet(`
  positif positive positifs positives négatif négative négatifs négatives rhésus et ou avec chez bêta sur dans vers direction à réactive
  activée
`)
/** Letters that are a word, or one that has lost its apostrophe. */
const alsoWords = wordSet('a c d j l m n s t y')

const rule = 'code.named-letter'

/** A letter that is a name, by itself or with a number: « groupe o négatif », « chambre b douze », « à j plus deux ». */
export function readFrenchNamedLetter(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const read =
    atoms[from]?.text === 'j'
      ? dayAt(atoms, from)
      : (dextroseAt(atoms, from) ?? pairAt(reading, from) ?? letterAt(atoms, from))
  if (!read) return null
  const span = valueFrom(reading, 'code', [{ from, to: read.to, rule, write: read.write }])
  return span && [span]
}

type Read = { readonly write: NonNullable<Step['write']>; readonly to: number }

/** What stands before what is hung: « bolus de d cinq pour cent ». */
const hung: ReadonlySet<string> = new Set([
  '',
  ...wordSet(
    'soluté solutés sérum perfusion perfusions iv intraveineux bolus glucosé de du un le avec par sous',
  ),
])

/** « d cinq pour cent à cent cc à l'heure »: dextrose, in the strengths that there are. */
function dextroseAt(atoms: readonly Atom[], from: number): Read | null {
  if (atoms[from]?.text !== 'd') return null
  const [number, more] = close(atoms, from + 1) === '' ? [] : frenchRunAt(atoms, from + 1)
  if (!number || more || !/^(?:5|10|20|25|30|50)$/.test(number.digits)) return null
  const unit = frenchUnitAt(atoms, number.to)
  // « perte d cinq pour cent » has lost an apostrophe or a vowel.
  if (unit?.symbol !== '%' || !hung.has(previous(atoms, from))) return null
  return { write: ({ unitSpace }) => `D${number.digits}${unitSpace}%`, to: unit.to }
}

function letterAt(atoms: readonly Atom[], from: number): Read | null {
  const letters = lettersAt(atoms, from)
  const noun = nounBefore(atoms, from)
  if (letters === null || !(named.has(noun) || (letters.isBlood && bloods.has(noun)))) return null
  // « type o » is no blood, « classe i i i » is spelled.
  if (letters.write === 'O' && !bloods.has(noun)) return null
  if (/^[b-z]$/.test(close(atoms, letters.to))) return null
  return isLetter(atoms, from, letters.to) ? letters : null
}

/** « groupes a et b »: the noun is before the first. */
const nounBefore = (atoms: readonly Atom[], from: number) =>
  /^(?:et|ou)$/.test(previous(atoms, from)) && previous(atoms, from, 2).length === 1
    ? previous(atoms, from, 3)
    : previous(atoms, from)

/** A letter, or « a b » of the blood. */
function lettersAt(
  atoms: readonly Atom[],
  from: number,
): { readonly write: string; readonly to: number; readonly isBlood: boolean } | null {
  const word = atoms[from]?.text ?? ''
  const isBoth = word === 'ab' || (word === 'a' && close(atoms, from + 1) === 'b')
  if (isBoth && bloods.has(previous(atoms, from)))
    return { write: 'AB', to: word === 'ab' ? from + 1 : from + 2, isBlood: true }
  if (!/^[a-z]$/.test(word)) return null
  return { write: word.toUpperCase(), to: from + 1, isBlood: /^[abo]$/.test(word) }
}

const isLetter = (atoms: readonly Atom[], at: number, to: number) =>
  !alsoWords.has(atoms[at]?.text ?? '') ||
  close(atoms, to) === '' ||
  afterLetter.has(close(atoms, to))

/** « b douze » of a room, « douze a » of a seat, « b six » after « vitamine B1 ». */
function pairAt(reading: Reading, from: number): Read | null {
  const { atoms } = reading
  const noun = previous(atoms, from)
  const letter = atoms[from]?.text ?? ''
  if (!/^[a-z]$/.test(letter)) return placed.has(noun) ? numberFirst(atoms, from) : null
  const isRoad = roads.has(letter) && noun === 'la'
  if (!placed.has(noun) && !isRoad && !isVitamin(reading, from)) return null
  const [number, more] = close(atoms, from + 1) === '' ? [] : frenchRunAt(atoms, from + 1)
  if (!number || more || !/^\d{1,4}$/.test(number.digits) || frenchUnitAt(atoms, number.to))
    return null
  if (number.shape === 'written' || !endsName(atoms, letter, number.to)) return null
  return { write: letter.toUpperCase() + number.digits, to: number.to }
}

/** « l'autoroute a sept voies » has them: with « a » nothing else may follow. */
const endsName = (atoms: readonly Atom[], letter: string, to: number) =>
  (letter !== 'a' && close(atoms, to) !== 'fois') ||
  close(atoms, to) === '' ||
  afterLetter.has(close(atoms, to))

function numberFirst(atoms: readonly Atom[], from: number): Read | null {
  const [number, more] = frenchRunAt(atoms, from)
  const letter = number ? close(atoms, number.to) : ''
  if (!number || more || !/^\d{1,3}$/.test(number.digits) || !/^[a-f]$/.test(letter)) return null
  if (!isLetter(atoms, number.to, number.to + 1)) return null
  return { write: number.digits + letter.toUpperCase(), to: number.to + 1 }
}

function isVitamin(reading: Reading, from: number): boolean {
  const { atoms } = reading
  const token = atoms[from]?.token ?? 0
  if (!/^[bdk]$/.test(atoms[from]?.text ?? '')) return false
  return aroundOf(reading, token, token + 1).before.some((word) => /^vitamines?$/.test(word))
}

/**
 * « à j un », « j plus deux », « j moins un »: days counted from an operation; not among spelled letters, « g j trois », nor
 * of a tube, « double j six ».
 */
function dayAt(atoms: readonly Atom[], from: number): Read | null {
  const sign = daySigns.get(close(atoms, from + 1)) ?? ''
  const at = sign === '' ? from + 1 : from + 2
  const [day, more] = close(atoms, at) === '' ? [] : frenchRunAt(atoms, at)
  if (!day || more || !/^\d{1,3}$/.test(day.digits) || frenchUnitAt(atoms, day.to)) return null
  if (/^(?:[a-z]|double|sonde)$/.test(previous(atoms, from))) return null
  if (/^[a-ik-z]$/.test(close(atoms, day.to))) return null
  return { write: `J${sign}${day.digits}`, to: day.to }
}

const daySigns: ReadonlyMap<string, string> = new Map([
  ['plus', '+'],
  ['moins', '-'],
])
