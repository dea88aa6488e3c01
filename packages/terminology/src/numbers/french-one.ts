import { saysWhichPoint } from '../commands/french-marks.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'

/**
 * « grade un » is grade 1; « un » and « une » are articles where a noun follows, « ce type une patiente », and after
 * « ce », « chaque »: « à ce stade un scanner », « à ce niveau un point d'appel ».
 */
export function isFrenchArticle(atoms: readonly Atom[], from: number, to: number): boolean {
  const word = atoms[from]?.text
  if (word !== 'un' && word !== 'une') return false
  // « le problème numéro un »
  if (previous(atoms, from) === 'numéro') return true
  if (demonstratives.has(previous(atoms, from, 2))) return true
  const next = close(atoms, to)
  if (next === 'point') return saysWhichPoint(close(atoms, to + 1), close(atoms, to + 2))
  return next !== '' && !afterName.has(next)
}

const demonstratives = wordSet('ce cet cette ces chaque quel quelle même')

const afterName = wordSet(`
  et ou à au aux de du des d' avec sans chez sur par pour en est était gauche droit droite bilatéral bilatérale
  para aborta connu connue traité traitée virgule fermez parenthèse
`)
