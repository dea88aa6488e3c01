import type { Token } from '../reading/token.ts'

/** The words around one that may be a filler: the atoms before it, the nearest first, and the one after it. */
export type AroundFiller = { readonly before: readonly string[]; readonly after: string }

/** Tells a sound that is no word from a word. */
export type IsFiller = (token: Token, around: AroundFiller) => boolean

const placeBefore = /^(?:in|to|from|at|via|through|leave|left|visit|visited|another)$/
const goesOnAfterPlace =
  /^(?:|is|was|were|had|has|for|and|or|on|with|by|after|where|at|to|in|today|visits?|physician|doctor|staff|department)$/

/** "ER" is a room: "er" counts only in small letters and not where a place would be named. */
export function isEnglishFiller({ core }: Token, { before, after }: AroundFiller): boolean {
  if (/^(?:u+h+|u+m+|uhm|erm)$/i.test(core)) return true
  const [last = '', secondLast = ''] = before
  if (core !== 'er' || placeBefore.test(last)) return false
  if (!/^(?:the|an|this|our)$/.test(last)) return true
  return !placeBefore.test(secondLast) && !goesOnAfterPlace.test(after)
}

/** « Ben » may be a name, and « eh ben » an exclamation: only the small word alone is a filler. */
export function isFrenchFiller({ core }: Token, { before }: AroundFiller): boolean {
  if (/^(?:e+u+h+|he+u+|hum+|uh+m?)$/i.test(core)) return true
  return core === 'ben' && before[0] !== 'eh'
}
