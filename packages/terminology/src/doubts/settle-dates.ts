import type { WritingProfile } from '../locale-profile.ts'
import type { Span } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'

/** Dates in numbers are doubted as they are read; where a place writes them in one way only, nothing is left to ask. */
export function settleDates(
  spans: readonly Span[],
  tokens: readonly Token[],
  { dateInNumbers }: WritingProfile,
): readonly Span[] {
  if (dateInNumbers === 'either') return spans
  const isSettled = (span: Span) => isDoubtedDate(span) && isInNumbers(span, tokens)
  return spans.some(isSettled)
    ? spans.map((span) => (isSettled(span) ? withoutDoubt(span) : span))
    : spans
}

const isDoubtedDate = (span: Span) =>
  (span.kind === 'value' || span.kind === 'prose') && span.doubt === 'ambiguous-date'

/** Words that were left as they were said may be no date at all. */
const isInNumbers = ({ kind, from }: Span, tokens: readonly Token[]) =>
  kind === 'value' || /^\d/.test(tokens[from]?.core ?? '')

function withoutDoubt(span: Span): Span {
  if (span.kind !== 'value' && span.kind !== 'prose') return span
  const { doubt, ...settled } = span
  return settled
}
