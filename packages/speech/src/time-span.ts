/** Milliseconds from the start of a recording; `[startMs, endMs)`. */
export type TimeSpan = { readonly startMs: number; readonly endMs: number }

export function lengthOf(spans: readonly TimeSpan[]): number {
  return spans.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}
