import type { Heard } from '../reading/hear-tokens.ts'
import type { Span } from '../reading/span.ts'

/** "the left, er, right knee": two sides with a hesitation between them are a correction that nobody announced. */
export function doubtHesitantSides(
  spans: readonly Span[],
  { tokens, silent }: Heard,
  sides: ReadonlySet<string>,
): readonly Span[] {
  if (silent.length === 0) return spans
  const sideAt = (at: number) => {
    const atom = tokens[at]?.atoms.join(' ') ?? ''
    return sides.has(atom) ? atom : null
  }
  return spans.map((span) => {
    const [side, next] = [sideAt(span.to - 1), sideAt(span.to)]
    const isCorrected = side !== null && next !== null && next !== side
    if (span.kind !== 'prose' || !isCorrected || !tokens[span.to]?.hesitant) return span
    return { ...span, doubt: 'open-correction' }
  })
}
