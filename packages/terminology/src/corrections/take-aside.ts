import type { AsideKind } from '../commands/command.ts'
import { isTitle } from '../commands/titles.ts'
import type { Span } from '../reading/span.ts'
import { type Draft, drop, isSentenceEnd, noteAt, placeForNote } from './draft.ts'

/**
 * "Note to the secretary: please send today": the rest of the sentence leaves the text and is shown beside it, at the
 * words before it or, where there are none, at those after it. Said alone, it stays in the text.
 */
export function takeAside(
  draft: Draft,
  { command, at }: { readonly command: Span; readonly at: number },
  kind: AsideKind,
): void {
  const { tokens, ahead, kept } = draft
  const end = endOfAside(draft, at)
  const from = ahead[at + 1]?.from ?? command.to
  const to = ahead[end - 1]?.to ?? command.to
  const text = tokens
    .slice(from, Math.max(from, to))
    .map((token) => token.text)
    .join(' ')
  const place = placeForNote(draft, end)
  if (!place) {
    // Nothing else was said: it stays in the text, or nobody would see it.
    const { from: start, to: stop } = command
    kept.push({ from: start, to: stop, kind: 'prose', manner: { asides: [{ kind, text }] } })
    return
  }
  drop(draft, command, 'aside.command')
  for (let index = at + 1; index < end; index++) {
    const span = ahead[index]
    if (!span) continue
    drop(draft, span, 'aside.words')
    ahead[index] = { from: span.from, to: span.from, kind: 'dropped', rule: 'moved' }
  }
  noteAt(place, { kind, text })
}

/** The span after the sentence that follows; "Dr." ends none. */
function endOfAside({ ahead, tokens }: Draft, at: number): number {
  let index = at + 1
  for (; index < ahead.length; index++) {
    const span = ahead[index]
    if (!span || span.kind === 'break' || span.kind === 'heading' || span.kind === 'command') break
    if (isSentenceEnd(span, tokens) && !isTitle(tokens[span.to - 1])) return index + 1
  }
  return index
}
