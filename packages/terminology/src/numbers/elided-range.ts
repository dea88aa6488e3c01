import type { SaidUnit } from '../measures/said-unit.ts'
import type { Atom } from '../reading/atoms.ts'
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

/**
 * The left end of "two to three hundred people" with the hundred of the right: nobody counts from two to three hundred.
 * 'doubt' where the right end says more than one small number and one scale, null where the left needs none.
 */
export function withSharedScale(
  atoms: readonly Atom[],
  left: SaidNumeral,
  right: SaidNumeral,
  scales: ScaleWords,
): SaidNumeral | 'doubt' | null {
  if (left.isWritten || right.isWritten || !left.isWhole || left.value < 1) return null
  const at = scaleIn(atoms, right, scales)
  if (at === null) return null
  const scale = scales.get(atoms[at]?.text ?? '') ?? 1
  if (left.value >= scale || left.value >= Math.floor(right.value / scale)) return null
  if (at !== right.to - 1 || right.value / scale > 99) return 'doubt'
  const value = left.value * scale
  return { ...left, value, numeral: { integer: String(value), fraction: null } }
}

/** The first scale word of a number: the hundred of "three hundred and fifty". */
function scaleIn(
  atoms: readonly Atom[],
  { from, to }: SaidNumeral,
  scales: ScaleWords,
): number | null {
  for (let at = from; at < to; at++) if (scales.has(atoms[at]?.text ?? '')) return at
  return null
}
