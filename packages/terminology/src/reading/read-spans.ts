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
  },
): readonly Span[] {
  const { language, headings, rules } = known
  const spans: Span[] = []
  const atoms = atomsOfTokens(tokens)
  let reading: Reading = { tokens, ...atoms, language, headings, last: null, sentenceFrom: 0 }
  for (let at = 0; at < tokens.length; ) {
    const found = readAt(rules, reading, at)
    for (const span of found) {
      spans.push(span)
      at = span.to
      reading = after(reading, span)
    }
  }
  return spans
}

function readAt(rules: RuleIndex, reading: Reading, at: number): readonly Span[] {
  for (const rule of rules(reading.tokens[at])) {
    const found = rule.read(reading, at)
    if (found) return found
  }
  return [{ from: at, to: at + 1, kind: 'prose' }]
}

function after(reading: Reading, span: Span): Reading {
  if (span.kind === 'dropped') return reading
  const isNewSentence =
    span.kind === 'break' ||
    span.kind === 'heading' ||
    (span.kind === 'mark' && endsSentence(span.mark)) ||
    /[.?!…]/.test(reading.tokens[span.to - 1]?.after ?? '')
  const sentenceFrom = isNewSentence ? span.to : reading.sentenceFrom
  return { ...reading, last: span, sentenceFrom }
}
