import type { RecognisedWord } from '@plume/transcript'
import type { IsFiller } from '../commands/fillers.ts'
import { isSpelledAgain } from './said-again.ts'
import { type Token, toToken } from './token.ts'

export type Heard = {
  /** The words that say something, in order. */
  readonly tokens: readonly Token[]
  /** Words that say nothing, and the rule that says so. */
  readonly silent: readonly Silent[]
}

export type Silent = { readonly index: number; readonly text: string; readonly rule: string }

/**
 * Sets fillers, empty words and a name spelled after it aside before anything is read, so that "new um line" is still a new line
 * and "the um period" still prose. The word after a filler remembers it: a number with a hesitation in it
 * may be two numbers.
 */
export function hearTokens(words: readonly RecognisedWord[], isFiller: IsFiller): Heard {
  const tokens: Token[] = []
  const silent: Silent[] = []
  let hesitant = false
  let capital = false
  let ahead = words[0] && toToken(words[0], 0)
  let index = -1
  for (const word of words) {
    index += 1
    const token = ahead ?? toToken(word, index)
    const next = words[index + 1]
    ahead = next && toToken(next, index + 1)
    const last = tokens.at(-1)
    if (token.text === '') {
      silent.push({ index, text: word.text, rule: 'word.empty' })
    } else if (last && isSpelledAgain(token, last)) {
      silent.push({ index, text: token.text, rule: 'word.spelled-again' })
      tokens[tokens.length - 1] = endingAs(last, token)
    } else if (
      token.before !== '' ||
      !isFiller(token, tokens, ahead?.atoms[0] ?? '', words[index + 2]?.text ?? '')
    ) {
      tokens.push(hesitant ? { ...token, hesitant, capital } : token)
      hesitant = false
      capital = false
    } else if (/^[.?!]$/.test(token.after) && last && last.after === '') {
      // "clear um." loses the sound but not the end of its sentence.
      tokens.push({ ...token, core: '', atoms: [] })
    } else {
      silent.push({ index, text: token.text, rule: 'filler' })
      hesitant = true
      // "Um, the lungs" begins with the lungs; "the lungs, uh, are clear" has no pause to write.
      capital ||= /^\p{Lu}/u.test(token.core)
      if (/^(?:,|\.{3}|…)$/.test(token.after) && last?.after === ',') {
        tokens[tokens.length - 1] = ending(last, '')
      }
    }
  }
  return { tokens, silent }
}

const ending = (token: Token, after: string): Token => ({
  ...token,
  text: token.text.slice(0, token.text.length - token.after.length) + after,
  after,
})

/** "Kowalczyk, K-O-W-A-L-C-Z-Y-K, was seen" needs no comma; "Nguyen, N-G-U-Y-E-N." ends its sentence all the same. */
function endingAs(token: Token, silent: Token): Token {
  if (silent.after === '') return token
  return ending(token, silent.after === ',' && token.after === ',' ? '' : silent.after)
}
