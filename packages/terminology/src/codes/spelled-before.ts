import type { Atom } from '../reading/atoms.ts'
import { previous } from '../reading/match-atoms.ts'

/** No name of a measured value has more letters. */
const longest = 5

/** The name whose letters were said one by one right before an atom, "c r p" as "crp"; '' where none was. */
export function spelledBefore(atoms: readonly Atom[], at: number): string {
  let name = ''
  for (let back = 1; back <= longest; back++) {
    const letter = previous(atoms, at, back)
    if (!/^[a-z]$/.test(letter)) break
    name = letter + name
  }
  return name.length > 1 ? name : ''
}
