import { wordSet } from '../reading/word-set.ts'
import type { Sentence } from './lint-document.ts'

const conjunctions = wordSet('and but however then et mais cependant toutefois puis')

/** True where a new clause may begin at a word: after a mark, or at "and", "but". */
export function beginsClause(sentence: Sentence, at: number): boolean {
  const word = sentence[at]
  return word === undefined || /[,;:()]/.test(word.gap) || conjunctions.has(word.folded)
}

/** The words of the clause before a word, at most `reach` of them. */
export function clauseBefore(sentence: Sentence, at: number, reach: number): Sentence {
  let from = at
  while (from > 0 && at - from < reach && !beginsClause(sentence, from)) from -= 1
  return sentence.slice(from, at)
}

/** The words of the clause from a word on, at most `reach` of them. */
export function clauseFrom(sentence: Sentence, at: number, reach: number): Sentence {
  let to = at
  while (to < sentence.length && to - at < reach && !beginsClause(sentence, to)) to += 1
  return sentence.slice(at, to)
}
