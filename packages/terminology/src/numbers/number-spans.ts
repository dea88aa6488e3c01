import type { Span, SpokenNumber } from '../reading/span.ts'

export function numberSpan(from: number, to: number, number: SpokenNumber): Span {
  return { from, to, kind: 'number', number }
}

/** The tokens, each as it was given. */
export function asSpoken(from: number, to: number): readonly Span[] {
  return Array.from({ length: to - from }, (_, index) => ({
    from: from + index,
    to: from + index + 1,
    kind: 'prose',
  }))
}
