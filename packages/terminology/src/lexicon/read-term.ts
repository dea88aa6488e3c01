import type { Rule } from '../reading/rule.ts'
import { type Span, valueSpan } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import type { Lexicon } from './create-lexicon.ts'
import { isDecidedBy, type Restoration, restoreTerm } from './restore-term.ts'
import { keepAsDictated, type LexiconPolicy } from './writing-policy.ts'

/** What `WriteOptions.terms` takes. */
export type TermsRule = Rule

/** Tokens that a term may have; no name of anything is longer. */
const maxTokens = 12

/** The rule that writes the terms of a lexicon: capitals and accents restored, abbreviations as the site wants. */
export function termsOf(lexicon: Lexicon, policy: LexiconPolicy = keepAsDictated): TermsRule {
  const decidedBy = rememberDecisions(lexicon, policy)
  return {
    begins: 'any',
    read: ({ tokens }, at) => {
      const word = tokens[at]?.core ?? ''
      const decided = word === '' ? null : decidedBy(word)
      const found =
        decided === 'open'
          ? restoreTerm(lexicon, policy, wordsFrom(tokens, at), wordBefore(tokens, at))
          : decided
      if (!found) return null
      const { length, rule, text } = found
      const span: Span = valueSpan({ from: at, to: at + length }, 'term', rule, text)
      return [span]
    },
  }
}

/** Remembered, so that each word is looked at once; forgotten together when they are too many. */
const mostRemembered = 50_000

/** What becomes of a word where no term goes beyond it, whatever stands around; else 'open'. */
function rememberDecisions(
  lexicon: Lexicon,
  policy: LexiconPolicy,
): (word: string) => Restoration | null | 'open' {
  const remembered = new Map<string, Restoration | null | 'open'>()
  return (word) => {
    const known = remembered.get(word)
    if (known !== undefined) return known
    const decided = isDecidedBy(lexicon, word) ? restoreTerm(lexicon, policy, [word]) : 'open'
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(word, decided)
    return decided
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
