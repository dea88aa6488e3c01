import { yearOfGroups } from '../numbers/english-elision.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, next } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'

export type SaidYear = { readonly year: string; readonly to: number }

/** "twenty twenty-four", "nineteen oh five", "two thousand (and) ten", "nineteen hundred", 2024. */
export function englishYearAt(atoms: readonly Atom[], from: number): SaidYear | null {
  if ((atoms[from]?.text ?? '') === '') return null
  const groups = englishRunAt(atoms, from)
  for (const size of [3, 2]) {
    const some = groups.slice(0, size)
    const year = some.length === size ? yearOfGroups(some) : null
    if (year !== null) return { year: String(year), to: some.at(-1)?.to ?? from }
  }
  const [whole] = groups
  if (!whole || !/^(?:1[4-9]|20|21)\d\d$/.test(whole.digits)) return null
  return { year: whole.digits, to: whole.to }
}

/** A year that goes on with a date; a comma of the engine's may stand before it. */
export function yearAfter({ atoms, tokens }: Reading, at: number): SaidYear | null {
  const isComma = atoms[at]?.joint === 'apart' && tokens[atoms[at - 1]?.token ?? 0]?.after === ','
  if (isComma) return tokens[atoms[at]?.token ?? 0]?.before === '' ? englishYearAt(atoms, at) : null
  const skipped = next(atoms, at) === 'of' || next(atoms, at) === 'in' ? at + 1 : at
  return close(atoms, skipped) === '' ? null : englishYearAt(atoms, skipped)
}
