import type { PhraseIndex } from '../reading/phrase-index.ts'
import type { SpokenUnit } from './units.ts'

/** How a language says numbers. Everything works on atoms (`src/reading/token.ts`). */
export type NumberLanguage = {
  readonly isNumberWord: (atom: string) => boolean
  /** True for a small word that only belongs to a number between these two: "and", « et », "a" hundred. */
  readonly isJoint: (previous: string, atom: string, next: string) => boolean
  /** The small words that `isJoint` is about. */
  readonly joints: ReadonlySet<string>
  /** "third", « deuxième »: after a number they go on with it. */
  readonly ordinal: RegExp
  /** The value of atoms that are, all together, one cardinal from 0 to 999,999,999; else null. */
  readonly cardinalOf: (atoms: readonly string[]) => number | null
  /** The digits of atoms said after a decimal mark; null if they are not digits of one number. */
  readonly fractionOf: (atoms: readonly string[]) => string | null
  /** Words said for a decimal mark. */
  readonly decimalWords: ReadonlySet<string>
  /** "one", « un », « une »: more often a pronoun or an article than a number. */
  readonly isOne: (atoms: readonly string[]) => boolean
  readonly units: PhraseIndex<SpokenUnit>
  /** "per", « par »: between a unit and what it is counted for. */
  readonly perWord: string
  /** "over", « sur ». */
  readonly overWord: string
  /** Words between two numbers that share the unit of the second: "five to ten milligrams". */
  readonly rangeWords: ReadonlySet<string>
  /** Words that make "ten point three times" two things, not one decimal. */
  readonly repeatWords: ReadonlySet<string>
  /** Words near a small ratio that show it is one: "grade two over six". */
  readonly ratioFrame: ReadonlySet<string>
  readonly months: ReadonlySet<string>
  /** A number directly before a month is a day: « le trois mars ». */
  readonly dayBeforeMonth: boolean
  /** The value of a year said in two halves, "twenty twenty-four"; null if it is not one. */
  readonly yearOf: (atoms: readonly string[]) => number | null
  /** True where these atoms, the nearest first, show that a year follows. */
  readonly announcesYear: (before: readonly string[]) => boolean
}
