import type { Atom } from '../reading/atoms.ts'
import { close } from '../reading/match-atoms.ts'
import { frenchCardinalAt, isFrenchNumberWord } from './french-cardinal.ts'
import { type NumberGroup, type ReadRun, rememberRuns, writtenGroup } from './number-run.ts'

/** Numbers said one after the other with nothing between them: « trois zéro » is 3 and 0. */
export const frenchRunAt: ReadRun = rememberRuns(groupAt)

function groupAt(atoms: readonly Atom[], from: number, goesOn: boolean): NumberGroup | null {
  const written = writtenGroup(atoms, from, goesOn)
  if (written) return written
  // « ,5 » is a decimal without its zero.
  if (!goesOn && /^,\d{1,9}$/.test(atoms[from]?.text ?? '')) {
    return { digits: atoms[from]?.text ?? '', shape: 'written', from, to: from + 1 }
  }
  const first = goesOn ? close(atoms, from) : (atoms[from]?.text ?? '')
  if (!isFrenchNumberWord(first)) return null
  const cardinal = frenchCardinalAt((at) => (at === from ? first : close(atoms, at)), from)
  return cardinal && { ...cardinal, from }
}
