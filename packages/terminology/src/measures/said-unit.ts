import type { Unit } from './unit.ts'

/** A unit that was said, with everything that was said to make it up: "milligrams per kilogram per day". */
export type SaidUnit = {
  /** Null where it stays the words that were said. */
  readonly symbol: string | null
  readonly quantity: Unit['quantity']
  readonly gap: Unit['gap']
  /** True where something is under a fraction bar: a concentration or a rate, no plain dose. */
  readonly isRatio: boolean
  readonly from: number
  readonly to: number
}
