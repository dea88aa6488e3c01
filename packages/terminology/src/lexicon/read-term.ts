import type { Reading } from '../reading/reading.ts'
import { rememberWord } from '../reading/remember-word.ts'
import type { Rule } from '../reading/rule.ts'
import { type Span, valueSpan } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import type { Lexicon } from './create-lexicon.ts'
import { foldWords } from './fold-form.ts'
import { hashLetters, joinHash, type LetterHash } from './letter-hash.ts'
import { isDecidedBy, mayBeSpelled, type Restoration, restoreTerm } from './restore-term.ts'
import { keepAsDictated, type LexiconPolicy } from './writing-policy.ts'

/** What `WriteOptions.terms` takes: a rule that looks at the words alone. */
export type TermsRule = Rule & {
  readonly read: (reading: Pick<Reading, 'tokens'>, at: number) => readonly Span[] | null
}

/** Tokens that a term may have; no name of anything is longer. */
const maxTokens = 12

/** The rule that writes the terms of a lexicon: capitals and accents restored, abbreviations as the site wants. */
export function termsOf(lexicon: Lexicon, policy: LexiconPolicy = keepAsDictated): TermsRule {
  const decidedBy = rememberWord((word) => decide(lexicon, policy, word))

  /** One look for most words that a longer term begins with: what follows them is another word. */
  function mayGoOn(
    goesOn: NonNullable<Decision['goesOn']>,
    tokens: readonly Token[],
    at: number,
  ): boolean {
    if (goesOn === 'perhaps') return true
    const next = tokens[at + 1]
    if (!next || next.core === '' || next.before !== '' || tokens[at]?.after !== '') return false
    const { folded } = decidedBy(next.core)
    return folded === null || lexicon.mayBegin(joinHash(goesOn.withSpace, folded))
  }

  return {
    begins: 'any',
    read: ({ tokens }, at) => {
      const word = tokens[at]?.core ?? ''
      if (word === '') return null
      const { alone, goesOn } = decidedBy(word)
      const found =
        goesOn && mayGoOn(goesOn, tokens, at)
          ? restoreTerm(lexicon, policy, wordsFrom(tokens, at), wordBefore(tokens, at))
          : alone
      if (!found) return null
      const { length, rule, text } = found
      const span: Span = valueSpan({ from: at, to: at + length }, 'term', rule, text)
      return [span]
    },
  }
}

type Decision = {
  /** What becomes of the word where no term goes beyond it. */
  readonly alone: Restoration | null
  /** Null where none does, whatever stands around. */
  readonly goesOn: 'perhaps' | Beginning | null
  /** For the word before it; null for several words in one, and for none. */
  readonly folded: LetterHash | null
}

/** A word that several terms begin with: only some words go on with one of them. */
type Beginning = { readonly withSpace: number }

function decide(lexicon: Lexicon, policy: LexiconPolicy, word: string): Decision {
  const words = foldWords(word, lexicon.language)
  const folded = words.length === 1 ? hashLetters(words[0] ?? '') : null
  const alone = restoreTerm(lexicon, policy, [word])
  if (isDecidedBy(lexicon, word)) return { alone, goesOn: null, folded }
  if (!folded || mayBeSpelled(word)) return { alone, goesOn: 'perhaps', folded }
  return { alone, goesOn: { withSpace: joinHash(folded.hash, space) }, folded }
}

const space = hashLetters(' ')

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
