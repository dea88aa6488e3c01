import { saysWhichPoint } from '../commands/french-marks.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'

/**
 * Whether the number after a name counts what follows. « Grade un » is grade 1; « un » and « une » are articles where a noun
 * follows, « ce type une patiente », and after « ce », « chaque »: « à ce stade un scanner », « à ce stade deux options ».
 */
export function isFrenchCount(atoms: readonly Atom[], from: number, to: number): boolean {
  const word = atoms[from]?.text
  const next = close(atoms, to)
  const goesOn = next !== '' && !afterName.has(next)
  // « le problème numéro un »
  if (previous(atoms, from) === 'numéro' && word === 'un') return true
  const isDemonstrated = demonstratives.has(previous(atoms, from, 2))
  if (word !== 'un' && word !== 'une') return isDemonstrated && goesOn && next !== 'point'
  if (isDemonstrated) return true
  if (saidOfName.has(next)) return false
  return next === 'point' ? saysWhichPoint(close(atoms, to + 1), close(atoms, to + 2)) : goesOn
}

const demonstratives = wordSet('ce cet cette ces chaque quel quelle même')

/** « un diabète de type un diagnostiqué à neuf ans », « un grade un stable » */
const saidOfName = wordSet(`
  diagnostiqué diagnostiquée dépisté dépistée découvert découverte connu connue traité traitée suivi suivie contrôlé
  contrôlée équilibré équilibrée décompensé décompensée insulinotraité stable ancien ancienne récent récente
  compliqué compliquée probable possible débutant confirmé confirmée opéré opérée stabilisé stabilisée
`)

const afterName = wordSet(`
  et ou à au aux de du des d' avec sans chez sur par pour en est était gauche droit droite bilatéral bilatérale
  para aborta connu connue traité traitée virgule fermez parenthèse
`)
