import type { SaidUnit } from '../measures/said-unit.ts'
import { doubtUpTo } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import type { SaidNumeral } from './said-numeral.ts'

/** What a number may end in, and how much it is worth: "hundred". */
export type ScaleWords = ReadonlyMap<string, number>

/**
 * "three to six hundred milligrams": from three hundred, or from three. The last scale may be of both
 * ends, so the words stay, for a person to look at. Null where only one thing can be meant.
 */
export function doubtElidedRange(
  { atoms }: Reading,
  {
    left,
    right,
    unit,
  }: {
    readonly left: SaidNumeral
    readonly right: SaidNumeral
    readonly unit: Pick<SaidUnit, 'to'>
  },
  scales: ScaleWords,
): readonly Span[] | null {
  const scale = scales.get(atoms[right.to - 1]?.text ?? '')
  if (scale === undefined || left.isWritten || left.value < 1 || left.value >= scale) return null
  return right.value / scale > left.value ? doubtUpTo(atoms, left.from, unit.to) : null
}
