import { foldLetters } from '../lexicon/fold-form.ts'
import type { Token } from './token.ts'

/** "K-O-W-A-L", as an engine writes what it heard as letters. */
const spelled = /^\p{L}(?:-\p{L}){2,}$/u

/**
 * True for the letters of the word before: "Mr. Kowalczyk, K-O-W-A-L-C-Z-Y-K, was seen". Other letters than its own are
 * kept: one of the two is wrong.
 */
export function isSpelledAgain(token: Token, last: Token): boolean {
  if (token.atoms.length < 3 || token.before !== '' || !spelled.test(token.core)) return false
  return foldLetters(token.atoms.join('')) === foldLetters(last.core)
}
