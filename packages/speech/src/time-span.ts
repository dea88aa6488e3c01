/** Milliseconds from the start of a recording; `[startMs, endMs)`. */
export type TimeSpan = { readonly startMs: number; readonly endMs: number }

export function lengthOf(spans: readonly TimeSpan[]): number {
  return spans.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}

/** In order, with what overlaps or touches as one. */
export function union(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const joined: TimeSpan[] = []
  for (const span of spans.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = joined.at(-1)
    if (last && span.startMs <= last.endMs) {
      const endMs = Math.max(last.endMs, span.endMs)
      joined[joined.length - 1] = { startMs: last.startMs, endMs }
    } else joined.push(span)
  }
  return joined
}

/** What of them lies in a span. */
export function clip(spans: readonly TimeSpan[], to: TimeSpan): readonly TimeSpan[] {
  return spans
    .map(({ startMs, endMs }) => ({
      startMs: Math.max(to.startMs, startMs),
      endMs: Math.min(to.endMs, endMs),
    }))
    .filter(({ startMs, endMs }) => endMs > startMs)
}
