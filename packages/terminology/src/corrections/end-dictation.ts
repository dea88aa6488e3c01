import type { Span } from '../reading/span.ts'
import { type Draft, drop, isWords, keepWords } from './draft.ts'

/** Words after the end that an engine hears in silence, or that are a farewell: nobody need look at them. */
const longestFarewell = 12

/**
 * "End of dictation": what follows is no part of the report and is listed as dropped. More than a farewell is pointed
 * out on the last words before it. With nothing before it, it ends nothing.
 */
export function endDictation(draft: Draft, command: Span): boolean {
  const { kept, tokens, words } = draft
  if (kept.length === 0) {
    keepWords(draft, command)
    return false
  }
  drop(draft, command, 'end.dictation')
  const rest = tokens.slice(command.to)
  drop(draft, { ...command, from: command.to, to: tokens.length }, 'end.after-dictation')
  const isFarewell =
    rest.length <= longestFarewell &&
    rest.every(({ atoms }) => atoms.every((atom) => words.farewells.has(atom)))
  if (!isFarewell) markLast(kept)
  return true
}

function markLast(kept: Span[]): void {
  for (let index = kept.length - 1; index >= 0; index--) {
    const span = kept[index]
    if (!span || !isWords(span)) continue
    if (span.kind === 'prose' || span.kind === 'value')
      kept[index] = { ...span, doubt: 'words-after-end' }
    return
  }
}
