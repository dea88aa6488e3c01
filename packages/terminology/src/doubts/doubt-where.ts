import { inDoubt, type Span } from '../reading/span.ts'

type Value = Extract<Span, { readonly kind: 'value' }>

/** Puts the values that a test names in doubt, as they were said; `at` is where among the spans. The same list where none is. */
export function doubtWhere(
  spans: readonly Span[],
  isDoubtful: (value: Value, at: number) => boolean,
): readonly Span[] {
  const isNamed = (span: Span, at: number) => span.kind === 'value' && isDoubtful(span, at)
  if (!spans.some(isNamed)) return spans
  return spans.flatMap((span, at) =>
    isNamed(span, at) ? inDoubt(span.from, span.to, 'ambiguous-number') : [span],
  )
}
