import type { Letters } from '../commands/command.ts'
import { endsSentence } from '../reading/sentence-end.ts'
import type { Aside, Doubt, Span } from '../reading/span.ts'
import { asSpoken } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import type { CorrectionWords } from './correction-words.ts'

/** A dictation while its commands are obeyed: a stack of what stays, and what is still to come. */
export type Draft = {
  readonly tokens: readonly Token[]
  readonly words: CorrectionWords
  readonly kept: Span[]
  readonly dropped: Span[]
  readonly ahead: Span[]
  /** How words are to be written that are still to come. */
  readonly writing: Writing
}

export type Writing = {
  next: Letters | null
  all: Letters | null
  /** 'start': joined from the word after the next on. */
  join: 'next' | 'start' | 'on' | null
}

/** True for the last span of a sentence: a mark, or a word that an engine put one after. */
export function isSentenceEnd(span: Span | undefined, tokens: readonly Token[]): boolean {
  if (!span) return false
  if (span.kind === 'mark') return endsSentence(span.mark)
  return isWords(span) && /[.?!…]/.test(tokens[span.to - 1]?.after ?? '')
}

export function isWords(span: Span | undefined): boolean {
  return span?.kind === 'prose' || span?.kind === 'value'
}

/** Takes kept spans off, from `index` to the end, and lists them as dropped: neighbours as one. */
export function takeBack(draft: Draft, index: number, rule: string): void {
  let run: { from: number; to: number } | null = null
  for (const { from, to } of draft.kept.splice(index)) {
    if (run && run.to === from) run.to = to
    else {
      if (run) draft.dropped.push({ ...run, kind: 'dropped', rule })
      run = { from, to }
    }
  }
  if (run) draft.dropped.push({ ...run, kind: 'dropped', rule })
}

export function drop(draft: Draft, { from, to }: Span, rule: string): void {
  if (to > from) draft.dropped.push({ from, to, kind: 'dropped', rule })
}

/** Where a note for a person may stand: at the last words kept or, where there are none, at the next ones. */
export function placeForNote(
  { kept, ahead }: Draft,
  next: number,
): { readonly spans: Span[]; readonly index: number } | null {
  const before = kept.findLastIndex(isWords)
  if (before >= 0) return { spans: kept, index: before }
  const after = ahead.findIndex((span, at) => at >= next && isWords(span))
  return after < 0 ? null : { spans: ahead, index: after }
}

export function noteAt(
  { spans, index }: { readonly spans: Span[]; readonly index: number },
  aside: Aside,
): void {
  const span = spans[index]
  if (!span) return
  const asides = [...(span.manner?.asides ?? []), aside]
  spans[index] = { ...span, manner: { ...span.manner, asides } }
}

/** The words of a command that was none, or could not be obeyed: then with the doubt that says so. */
export function keepWords(draft: Draft, { from, to }: Span, doubt?: Doubt): void {
  if (doubt) draft.kept.push({ from, to, kind: 'prose', doubt })
  else draft.kept.push(...asSpoken(from, to))
}

/** What comes next takes the capital of the words whose place it takes at the head of a sentence. */
export function handOnCapital(draft: Draft, struck: Span | undefined, next: number): void {
  const span = draft.ahead[next]
  const was = draft.tokens[struck?.from ?? -1]?.core ?? ''
  if (!span || !isWords(span) || !/^\p{Lu}(?:\p{Ll}|$)/u.test(was)) return
  draft.ahead[next] = { ...span, manner: { ...span.manner, letters: 'capital' } }
}
