import { foldLetters } from '../lexicon/fold-form.ts'
import type { Aside, Span } from '../reading/span.ts'
import {
  type Draft,
  drop,
  handOnCapital,
  isSentenceEnd,
  isWords,
  keepWords,
  noteAt,
  placeForNote,
  takeBack,
} from './draft.ts'
import { kindOf } from './value-kind.ts'

/** More than this was never one sentence: an engine that gives no marks, and nobody said any. */
const longestSentence = 60

/** "Scratch that": takes back one sentence, or what there is of one, or one word. Never beyond a break or heading. */
export function strike(
  draft: Draft,
  { command, at }: { readonly command: Span; readonly at: number },
  what: 'sentence' | 'word',
): void {
  const { kept } = draft
  const from = what === 'word' ? lastWord(kept) : lastSentence(draft)
  if (from === null) {
    keepWords(draft, command, 'nothing-to-strike')
    return
  }
  const struck = kept.slice(from)
  const before = kept[from - 1]
  takeBack(draft, from, 'scratch.struck')
  drop(draft, command, 'scratch.command')
  const isAtStart = !before || !isWords(before) || isSentenceEnd(before, draft.tokens)
  if (isAtStart) handOnCapital(draft, struck[0], at + 1)
  dropDoubledMark(draft, at + 1, isAtStart)
  const place = placeForNote(draft, at + 1)
  if (place) for (const note of notesOf(draft, struck)) noteAt(place, note)
}

/** What is taken back, for a person to see that it was what the speaker meant, and what was noted beside it. */
function notesOf(draft: Draft, struck: readonly Span[]): readonly Aside[] {
  const spans = struck.filter(isWords)
  const text = spans
    .flatMap(({ from, to }) => draft.tokens.slice(from, to))
    .map((token) => token.text)
    .join(' ')
  const isProtected = spans.some((span) => holdsValue(draft, span))
  const taken: Aside = { kind: isProtected ? 'value-taken-back' : 'taken-back', text }
  return [...spans.flatMap(({ manner }) => manner?.asides ?? []), ...(text === '' ? [] : [taken])]
}

/** A number, a side, a negation, or a term, which may be a drug. */
function holdsValue({ tokens, words }: Draft, span: Span): boolean {
  if (span.kind === 'value' || kindOf(span, tokens, words) !== null) return true
  const said = tokens.slice(span.from, span.to).flatMap(({ atoms }) => atoms)
  return said.some((atom) => words.negations.has(foldLetters(atom)))
}

function lastWord(kept: readonly Span[]): number | null {
  return isWords(kept.at(-1)) ? kept.length - 1 : null
}

function lastSentence({ kept, tokens }: Draft): number | null {
  let from = kept.length
  if (kept.at(-1)?.kind === 'break') return from - 1
  while (from > 0 && kept.length - from <= longestSentence) {
    const span = kept[from - 1]
    const isEdge = from < kept.length && isSentenceEnd(span, tokens)
    if (isEdge || !(isWords(span) || span?.kind === 'mark')) break
    from--
  }
  const isTooLong = kept.length - from > longestSentence
  return from === kept.length || isTooLong ? null : from
}

/** "Scratch that period": the full stop of what is gone. */
function dropDoubledMark(draft: Draft, next: number, isAtStart: boolean): void {
  const span = draft.ahead[next]
  if (!isAtStart || span?.kind !== 'mark' || !/^(?:period|comma|semicolon)$/.test(span.mark)) return
  draft.ahead[next] = { from: span.from, to: span.to, kind: 'dropped', rule: 'mark.repeated' }
}
