import type { Atom } from '../reading/atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { SaidNumeral } from './said-numeral.ts'

/** How a language says "out of". */
type ScaleSpeech = {
  /** The atom after "out of" or the like; null where something else stands. */
  readonly overTo: (atoms: readonly Atom[], at: number) => number | null
  readonly numeralAt: (atoms: readonly Atom[], from: number) => SaidNumeral | null
  /** What is rated: strength, pain, sight. */
  readonly rated: ReadonlySet<string>
}

/** In atoms: a side, its value, and what lies between two of them. */
const longestBack = 20

/** Whether the sentence has a value on such a scale already: "strength is 4 out of 5 on the left and 5 out of 5 on the right". */
export function isOnScaleBefore(
  { atoms, firstAtom, sentenceFrom }: Reading,
  from: number,
  isMost: (value: number) => boolean,
  { overTo, numeralAt, rated }: ScaleSpeech,
): boolean {
  let isRated = false
  for (let at = Math.max(firstAtom[sentenceFrom] ?? 0, from - longestBack); at < from; at++) {
    isRated ||= rated.has(atoms[at]?.text ?? '')
    const to = isRated ? overTo(atoms, at) : null
    if (to !== null && isMost(numeralAt(atoms, to)?.value ?? 0)) return true
  }
  return false
}
