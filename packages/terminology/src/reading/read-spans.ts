import type { CommandFamily } from '../commands/command.ts'
import { atomsOfTokens } from './atoms.ts'
import type { PhraseIndex } from './phrase-index.ts'
import type { Language, Reading } from './reading.ts'
import type { RuleIndex } from './rule.ts'
import { endsSentence } from './sentence-end.ts'
import type { Span } from './span.ts'
import type { Token } from './token.ts'

/**
 * Says what every token is, from the first to the last, each exactly once. Every rule looks a bounded
 * way around, or takes what it looked at, so the work grows with the length of the text and no faster.
 */
export function readSpans(
  tokens: readonly Token[],
  known: {
    readonly language: Language
    readonly headings: PhraseIndex<string>
    readonly rules: RuleIndex
    readonly off?: ReadonlySet<CommandFamily>
  },
): readonly Span[] {
  const { language, headings, rules, off = new Set() } = known
  const spans: Span[] = []
  const atoms = atomsOfTokens(tokens)
  const reading: Changing<Reading> = {
    tokens,
    ...atoms,
    language,
    headings,
    off,
    list: null,
    last: null,
    sentenceFrom: 0,
  }
  let at = 0
  while (at < tokens.length) {
    const found = readAt(rules, reading, at)
    // No rule has anything to say of most words: a list for each of them would be much of the work.
    if (found) for (const span of found) take(span)
    else take(proseAt(tokens[at], at))
  }
  return spans

  function take(span: Span): void {
    spans.push(span)
    at = span.to
    goOn(reading, span)
  }
}

const capital = { manner: { letters: 'capital' } } as const

function readAt(rules: RuleIndex, reading: Reading, at: number): readonly Span[] | null {
  for (const rule of rules(reading.tokens[at])) {
    const found = rule.read(reading, at)
    if (found) return found
  }
  return null
}

function proseAt(token: Token | undefined, at: number): Span {
  const span = { from: at, to: at + 1, kind: 'prose' } as const
  return token?.capital ? { ...span, ...capital } : span
}

/** Rules see it as it is when they are asked; a copy for each span would be half of the work. */
type Changing<Type> = { -readonly [Key in keyof Type]: Type[Key] }

function goOn(reading: Changing<Reading>, span: Span): void {
  if (span.kind === 'dropped') return
  reading.last = span
  if (span.kind === 'item') reading.list = { next: span.number && span.number + 1 }
  if (span.kind === 'heading' || (span.kind === 'break' && span.size === 'page'))
    reading.list = null
  const after = reading.tokens[span.to - 1]?.after ?? ''
  const isNewSentence =
    span.kind === 'break' ||
    span.kind === 'heading' ||
    span.kind === 'item' ||
    (span.kind === 'command' && span.command.kind === 'strike') ||
    (span.kind === 'mark' && endsSentence(span.mark)) ||
    (after !== '' && /[.?!…]/.test(after))
  if (isNewSentence) reading.sentenceFrom = span.to
}
