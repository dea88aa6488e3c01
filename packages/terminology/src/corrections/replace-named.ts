import { matchPhrase, type PhraseIndex } from '../reading/phrase-index.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { type Draft, drop, isSentenceEnd, isWords, keepWords } from './draft.ts'
import { kindOf, mayReplace } from './value-kind.ts'

/** The words that open and join "replace left with right". */
export type ReplacePhrases = {
  readonly opens: PhraseIndex<'replace'>
  readonly by: ReadonlySet<string>
}

const longestOld = 4
/** Words of the sentence among which the old one may be. */
const farthest = 30

/** « Remplacez gauche par … », with what is to be replaced. */
export function readReplace(reading: Reading, at: number): readonly Span[] | null {
  const { tokens, language, last } = reading
  if (reading.off.has('repair') || last === null) return null
  const opens = matchPhrase(language.replace.opens, tokens, at)
  if (!opens) return null
  for (let by = opens.to; by <= opens.to + longestOld; by++) {
    if (tokens[by - 1]?.after !== '') return null
    const isBy = language.replace.by.has(tokens[by]?.atoms[0] ?? '') && by > opens.to
    if (isBy && tokens[by]?.after === '') {
      const old = { from: opens.to, to: by }
      return [{ from: at, to: by + 1, kind: 'command', command: { kind: 'replace', old } }]
    }
  }
  return null
}

/** Puts the new value where the old one was said last in this sentence; both must be of one kind. */
export function replaceNamed(
  draft: Draft,
  { command, at }: { readonly command: Span; readonly at: number },
  old: { readonly from: number; readonly to: number },
): void {
  const { ahead, kept, tokens, words } = draft
  const next = ahead[at + 1]
  const place = next ? placeOfOld(draft, old) : null
  const was = place === null ? undefined : kept[place]
  const oldKind = was && kindOf(was, tokens, words)
  const newKind = next && kindOf(next, tokens, words)
  const markAfter = was && tokens[was.to - 1]?.after
  const isLast = place === kept.length - 1
  if (
    !next ||
    place === null ||
    !was ||
    !oldKind ||
    !newKind ||
    !mayReplace(oldKind, newKind) ||
    (markAfter && !isLast)
  ) {
    keepWords(draft, command, oldKind && newKind ? 'open-correction' : undefined)
    return
  }
  const text = tokens
    .slice(was.from, was.to)
    .map((token) => token.text)
    .join(' ')
  kept[place] = {
    ...next,
    manner: { ...next.manner, inPlaceOf: { rule: 'repair.replaced', text } },
  }
  ahead[at + 1] = { from: next.from, to: next.from, kind: 'dropped', rule: 'moved' }
  drop(draft, was, 'repair.struck')
  drop(draft, command, 'repair.command')
}

function placeOfOld(
  { kept, tokens }: Draft,
  old: { readonly from: number; readonly to: number },
): number | null {
  const wanted = atomsIn(tokens, old.from, old.to)
  for (let index = kept.length - 1; index >= 0 && index >= kept.length - farthest; index--) {
    const span = kept[index]
    if (!span || !isWords(span)) return null
    if (index < kept.length - 1 && isSentenceEnd(span, tokens)) return null
    if (atomsIn(tokens, span.from, span.to) === wanted) return index
  }
  return null
}

function atomsIn(tokens: Draft['tokens'], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .flatMap((token) => token.atoms)
    .join(' ')
}
