import { matchPhrase } from '../reading/phrase-index.ts'
import type { Reading } from '../reading/reading.ts'
import { type Span, valueSpan } from '../reading/span.ts'

/** "Weight blank kilograms" leaves the number open, not its unit. */
export function readUnitAfterBlank(
  { tokens, last, language }: Reading,
  at: number,
): readonly Span[] | null {
  if (last?.kind !== 'command' || last.command.kind !== 'blank') return null
  const unit = matchPhrase(language.units, tokens, at)
  const symbol = unit?.meaning.symbol
  if (!unit || !symbol) return null
  return [valueSpan({ from: at, to: unit.to }, 'measure', 'unit.short-form', symbol)]
}
