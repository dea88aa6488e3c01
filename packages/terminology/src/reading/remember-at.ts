import type { Atom } from './atoms.ts'
import { keptFor } from './kept-for.ts'

/** What is read at an atom, from nothing but the atoms themselves. */
type ReadAt<Value> = (atoms: readonly Atom[], at: number) => Value

/** Remembers what was read at each atom of a dictation: many families ask about the same one. */
export function rememberAt<Value>(read: ReadAt<Value>): ReadAt<Value> {
  const known = new WeakMap<readonly Atom[], (Value | undefined)[]>()
  /** One dictation is read after the other: almost always it is the one that was asked about last. */
  let latest: readonly Atom[] = []
  let values: (Value | undefined)[] = []
  return (atoms, at) => {
    if (atoms !== latest) {
      latest = atoms
      values = keptFor(known, atoms, placeForEach<Value>)
    }
    const remembered = values[at]
    if (remembered !== undefined) return remembered
    // What is read may ask again, and of other atoms.
    const ofThese = values
    const value = read(atoms, at)
    ofThese[at] = value
    return value
  }
}

function placeForEach<Value>({ length }: readonly Atom[]): (Value | undefined)[] {
  return new Array<Value | undefined>(length)
}
