import type { Letters } from '../commands/command.ts'
import type { Manner, Span } from '../reading/span.ts'
import { type Draft, isWords } from './draft.ts'

/** Keeps a span, written as commands before it asked. Capitals that nobody turned off end with the paragraph. */
export function keepSpan(draft: Draft, span: Span): void {
  if (span.kind === 'heading' || (span.kind === 'break' && span.size !== 'line')) endLetters(draft)
  if (!isWords(span)) {
    draft.kept.push(span)
    return
  }
  const { writing } = draft
  const letters = writing.next ?? writing.all
  const joined = writing.join === 'next' || writing.join === 'on'
  writing.next = null
  if (writing.join === 'next') writing.join = null
  if (writing.join === 'start') writing.join = 'on'
  draft.kept.push(letters || joined ? withManner(span, { letters, joined }) : span)
}

function withManner(
  span: Span,
  { letters, joined }: { readonly letters: Letters | null; readonly joined: boolean },
): Span {
  const manner: Manner = {
    ...span.manner,
    ...(letters ? { letters } : {}),
    ...(joined ? { joined: true } : {}),
  }
  return { ...span, manner }
}

/** Capitals that are still on where their paragraph ends: they end there, for a person to look at. */
export function endLetters(draft: Draft): void {
  const { writing, kept } = draft
  if (!writing.all) return
  writing.all = null
  const last = kept.at(-1)
  if (last?.kind === 'prose' || last?.kind === 'value') {
    kept[kept.length - 1] = { ...last, doubt: 'unclosed-letters' }
  }
}

/** Gives the last words another manner; false where there are none. */
export function changeLast(draft: Draft, change: (manner: Manner) => Manner): boolean {
  const last = draft.kept.at(-1)
  if (!last || !isWords(last)) return false
  draft.kept[draft.kept.length - 1] = { ...last, manner: change(last.manner ?? {}) }
  return true
}
