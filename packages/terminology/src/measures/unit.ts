import { indexPhrases, type PhraseIndex } from '../reading/phrase-index.ts'

/** What a unit measures: decides on zeros, on ranges, and on what may stand under a fraction bar. */
export type Quantity =
  | 'mass'
  | 'dose'
  | 'volume'
  | 'length'
  | 'time'
  | 'temperature'
  | 'angle'
  | 'proportion'
  | 'rate'
  | 'count'
  | 'other'

export type Unit = {
  /** How it is written after a number; null where it stays the word that was said. */
  readonly symbol: string | null
  readonly quantity: Quantity
  /** How it is written under a fraction bar; null where it never is. */
  readonly under: string | null
  readonly gap: 'unit' | 'percent' | 'none' | 'space'
  /** Words that show that no unit was meant: "two gram negative rods". */
  readonly notBefore?: ReadonlySet<string>
}

/**
 * A row of a table of units: symbol (`-`: stays a word), what it measures, how it is written under a
 * fraction bar (`-`: never), and how it is said. A final `(s)` stands for both numbers.
 */
export type UnitRow = readonly [symbol: string, quantity: Quantity, under: string, said: string]

export function unitsFrom(
  rows: readonly UnitRow[],
  guards: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): PhraseIndex<Unit> {
  return indexPhrases(
    rows.flatMap(([symbol, quantity, under, said]) => {
      const unit: Unit = {
        symbol: symbol === '-' ? null : symbol,
        quantity,
        under: under === '-' ? null : under,
        gap: gapBefore(symbol, quantity),
      }
      return said
        .split(' | ')
        .flatMap(bothNumbers)
        .map((phrase) => [phrase, guarded(unit, guards.get(phrase))] as const)
    }),
  )
}

/** Words stand apart with an ordinary space, symbols as the profile says. */
function gapBefore(symbol: string, quantity: Quantity): Unit['gap'] {
  if (symbol === '%' || symbol === '‰') return 'percent'
  if (symbol === '°') return 'none'
  return quantity === 'dose' || quantity === 'count' ? 'space' : 'unit'
}

function bothNumbers(phrase: string): readonly string[] {
  if (!phrase.includes('(')) return [phrase]
  return [phrase.replace(/\(\w+\)/, ''), phrase.replace(/\((\w+)\)/, '$1')]
}

function guarded(unit: Unit, notBefore: ReadonlySet<string> | undefined): Unit {
  return notBefore ? { ...unit, notBefore } : unit
}
