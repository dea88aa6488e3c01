import type { MarkName } from '../locale-profile.ts'
import type { Numeral } from '../numbers/numeral.ts'
import type { UnitSymbol } from '../numbers/units.ts'

/** What a stretch of tokens `[from, to)` means. Reading finds it; rendering writes it. */
export type Span = { readonly from: number; readonly to: number } & Meaning

export type Meaning =
  /** Words that are written as they were given. */
  | { readonly kind: 'prose' }
  | { readonly kind: 'mark'; readonly mark: MarkName; readonly said: boolean }
  | { readonly kind: 'break'; readonly lines: number; readonly said: boolean }
  | { readonly kind: 'heading'; readonly sectionId: string }
  | { readonly kind: 'number'; readonly number: SpokenNumber }
  /** Leaves no text behind. */
  | { readonly kind: 'dropped'; readonly rule: string }

export type SpokenNumber =
  | { readonly form: 'cardinal'; readonly numeral: Numeral }
  /** `unitFrom` is the token where the unit begins. */
  | {
      readonly form: 'measure'
      readonly numeral: Numeral
      readonly unit: UnitSymbol
      readonly unitFrom: number
    }
  | {
      readonly form: 'ratio'
      readonly left: Numeral
      readonly right: Numeral
      readonly unit: UnitSymbol | null
    }
  | { readonly form: 'year'; readonly year: number }
  | { readonly form: 'first-of-month' }
