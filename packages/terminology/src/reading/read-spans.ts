import { readBreak } from '../commands/line-breaks.ts'
import { readLoneMark, readMark } from '../commands/read-mark.ts'
import { readHeading } from '../headings/read-heading.ts'
import { readNumber } from '../numbers/read-number.ts'
import type { PhraseIndex } from './phrase-index.ts'
import type { Language, Reading, Rule } from './reading.ts'
import { endsSentence } from './sentence-end.ts'
import type { Span } from './span.ts'
import type { Token } from './token.ts'

/** The families of rules, in the order in which they are asked about each token. */
const rules: readonly Rule[] = [readHeading, readBreak, readMark, readLoneMark, readNumber]

/**
 * Says what every token is, from the first to the last, each exactly once. Every rule looks a bounded
 * way around, or takes what it looked at, so the work grows with the length of the text and no faster.
 */
export function readSpans(
  tokens: readonly Token[],
  known: { readonly language: Language; readonly headings: PhraseIndex<string> },
): readonly Span[] {
  const spans: Span[] = []
  let reading: Reading = { tokens, ...known, last: null, sentenceFrom: 0 }
  for (let at = 0; at < tokens.length; ) {
    const found = readAt(reading, at)
    for (const span of found) {
      spans.push(span)
      at = span.to
      reading = after(reading, span)
    }
  }
  return spans
}

function readAt(reading: Reading, at: number): readonly Span[] {
  for (const rule of rules) {
    const found = rule(reading, at)
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
