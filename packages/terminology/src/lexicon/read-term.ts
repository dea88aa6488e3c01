import type { Rule } from '../reading/rule.ts'
import { type Span, valueSpan } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import type { Lexicon } from './create-lexicon.ts'
import { mayBeginTerm, restoreTerm } from './restore-term.ts'
import { keepAsDictated, type LexiconPolicy } from './writing-policy.ts'

/** What `WriteOptions.terms` takes. */
export type TermsRule = Rule

/** Tokens that a term may have; no name of anything is longer. */
const maxTokens = 12

/** The rule that writes the terms of a lexicon: capitals and accents restored, abbreviations as the site wants. */
export function termsOf(lexicon: Lexicon, policy: LexiconPolicy = keepAsDictated): TermsRule {
  return {
    begins: 'any',
    read: ({ tokens }, at) => {
      const word = tokens[at]?.core ?? ''
      if (word === '' || !mayBeginTerm(lexicon, word)) return null
      const found = restoreTerm(lexicon, policy, wordsFrom(tokens, at), wordBefore(tokens, at))
      if (!found) return null
      const { length, rule, text } = found
      const span: Span = valueSpan({ from: at, to: at + length }, 'term', rule, () => text)
      return [span]
    },
  }
}

/** The words from a token on that no mark parts from it. */
function wordsFrom(tokens: readonly Token[], at: number): readonly string[] {
  const words: string[] = []
  for (let to = at; to < at + maxTokens; to++) {
    const token = tokens[to]
    if (!token || token.core === '' || (to > at && token.before !== '')) break
    words.push(token.core)
    if (token.after !== '') break
  }
  return words
}

function wordBefore(tokens: readonly Token[], at: number): string {
  const before = tokens[at - 1]
  return before?.after === '' && tokens[at]?.before === '' ? before.core : ''
}
