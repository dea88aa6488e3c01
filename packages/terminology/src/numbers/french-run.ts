import type { Atom } from '../reading/atoms.ts'
import { close } from '../reading/match-atoms.ts'
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

function groupAt(atoms: readonly Atom[], from: number, goesOn: boolean): NumberGroup | null {
  const written = writtenGroup(atoms, from, goesOn)
  if (written) return withCutDecimals(atoms, written)
  // « ,5 » is a decimal without its zero.
  if (!goesOn && cutDecimals.test(atoms[from]?.text ?? '')) {
    return { digits: atoms[from]?.text ?? '', shape: 'written', from, to: from + 1 }
  }
  const first = goesOn ? close(atoms, from) : (atoms[from]?.text ?? '')
  if (!isFrenchNumberWord(first)) return null
  const cardinal = frenchCardinalAt((at) => (at === from ? first : close(atoms, at)), from)
  return cardinal && { ...cardinal, from }
}
