import type { RecognisedWord } from '@plume/transcript'
import type { IsFiller } from '../commands/fillers.ts'
import { type Token, toToken } from './token.ts'

export type Heard = {
  /** The words that say something, in order. */
  readonly tokens: readonly Token[]
  /** Words that say nothing, and the rule that says so. */
  readonly silent: readonly Silent[]
}

export type Silent = { readonly index: number; readonly text: string; readonly rule: string }

/**
 * Sets fillers and empty words aside before anything is read, so that "new um line" is still a new line
 * and "the um period" still prose. The word after a filler remembers it: a number with a hesitation in it
 * may be two numbers.
 */
export function hearTokens(words: readonly RecognisedWord[], isFiller: IsFiller): Heard {
  const tokens: Token[] = []
  const silent: Silent[] = []
  let hesitant = false
  for (const [index, word] of words.entries()) {
    const token = toToken(word, index)
    const last = tokens.at(-1)
    if (token.text === '') {
      silent.push({ index, text: word.text, rule: 'word.empty' })
    } else if (token.before !== '' || !isFiller(token, last?.atoms.at(-1) ?? '')) {
      tokens.push(hesitant ? { ...token, hesitant } : token)
      hesitant = false
    } else if (/^[.?!]$/.test(token.after) && last && last.after === '') {
      // "clear um." loses the sound but not the end of its sentence.
      tokens.push({ ...token, core: '', atoms: [] })
    } else {
      silent.push({ index, text: token.text, rule: 'filler' })
      hesitant = true
    }
  }
  return { tokens, silent }
}
