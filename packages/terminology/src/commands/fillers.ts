import type { Token } from '../reading/token.ts'

/** Tells a sound that is no word from a word; `before` is the last atom of the word before it. */
export type IsFiller = (token: Token, before: string) => boolean

/** "ER" is a room: "er" counts only in small letters and not where a place would be named. */
export function isEnglishFiller({ core }: Token, before: string): boolean {
  if (/^(?:u+h+|u+m+|uhm|erm)$/i.test(core)) return true
  return core === 'er' && !/^(?:the|in|to|from|an|this|our|via|through)$/.test(before)
}

/** « Ben » may be a name, and « eh ben » an exclamation: only the small word alone is a filler. */
export function isFrenchFiller({ core }: Token, before: string): boolean {
  if (/^(?:e+u+h+|he+u+|hum+|uh+m?)$/i.test(core)) return true
  return core === 'ben' && before !== 'eh'
}
