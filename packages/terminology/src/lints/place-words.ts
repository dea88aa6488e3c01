import { wordSet } from '../reading/word-set.ts'
import type { Sentence } from './lint-document.ts'

/** The place that a sentence names, by what its words tell apart. */
export type Place = ReadonlyMap<string, string>

/** Words that tell one place from another, by what they tell apart. */
const placeWords = {
  side: wordSet('left right gauche droit droite'),
  height: wordSet('upper lower middle superieur superieure inferieur inferieure moyen moyenne'),
  depth: wordSet('anterior posterior anterieur posterieur anterieure posterieure'),
  colon: wordSet(
    'cecum ascending transverse descending sigmoid rectum caecum ascendant descendant sigmoide',
  ),
}

export function placeIn(sentence: Sentence): Place {
  const place = new Map<string, string>()
  for (const [axis, words] of Object.entries(placeWords)) {
    for (const { folded } of sentence) if (words.has(folded)) place.set(axis, stemOf(folded))
  }
  return place
}

/** « droit » and « droite » are one side. */
const stemOf = (word: string) => word.replace(/e$/, '')

/** True unless they differ in side, height or whatever both name. */
export function mayBeOnePlace(one: Place, other: Place): boolean {
  return [...one].every(([axis, word]) => !other.has(axis) || other.get(axis) === word)
}
