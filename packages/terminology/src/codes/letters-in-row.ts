import type { Atom } from '../reading/atoms.ts'

/** No abbreviation has more. */
const longest = 8

/** Single letters, each a word of its own, said one after the other; none from where something else begins. */
export function lettersInRow(
  atoms: readonly Atom[],
  from: number,
  isElse: (letters: string, at: number) => boolean,
): string {
  let letters = ''
  for (let at = from; letters.length < longest; at++) {
    const atom = atoms[at]
    const isNext = at === from || atom?.joint === 'space'
    if (!atom || !isNext || !atom.closes || !/^[a-z]$/.test(atom.text)) break
    if (isElse(letters, at)) break
    letters += atom.text
  }
  return letters
}
