/** To the child: first what it works with, then one question after the other. */
export type ToChild<Settings, Question> =
  | { readonly kind: 'open'; readonly settings: Settings }
  | { readonly kind: 'ask'; readonly question: Question }

/**
 * From the child: that it is ready, then an answer to each question. `not-here`: the library that it
 * needs is not installed, or does not run on this machine; trying again does not help.
 */
export type FromChild =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'not-here'; readonly what: string }

/** Reads with suspicion: a native library may write what it likes. */
export function readFromChild(value: unknown): FromChild | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null
  if (value.kind === 'ready') return { kind: 'ready' }
  if (value.kind === 'answer' && 'answer' in value) return { kind: 'answer', answer: value.answer }
  if (value.kind === 'progress' && 'fraction' in value && typeof value.fraction === 'number') {
    return { kind: 'progress', fraction: value.fraction }
  }
  if (value.kind === 'not-here' && 'what' in value && typeof value.what === 'string') {
    return { kind: 'not-here', what: value.what }
  }
  return null
}
