import type { Token } from '../reading/token.ts'

/** Tells a sound that is no word from a word, by what was heard before it and the two words after it. */
export type IsFiller = (
  token: Token,
  before: readonly Token[],
  after: string,
  second: string,
) => boolean

const placeBefore = /^(?:in|to|from|at|via|through|leave|left|visit|visited|another)$/
const goesOnAfterPlace =
  /^(?:|is|was|were|had|has|for|and|or|on|with|by|after|where|at|to|in|today|visits?|physician|doctor|staff|department)$/

/** After a receptor or the name of the room; a comma would show the sound: "was, er, positive". */
const namesEr =
  /^(?:positive|positivity|negative|negativity|status|pr|visits?|physicians?|doctors?|nurses?|department|room|staff|note)$/

/** "ER" is a room and a receptor: "er" counts only in small letters and not where one would be named. */
export function isEnglishFiller(
  token: Token,
  before: readonly Token[],
  next: string,
  second: string,
): boolean {
  const { core } = token
  // "uh huh" is a yes.
  if (/^(?:u+h+|u+m+|uhm|erm)$/i.test(core)) return !/^uh$/i.test(core) || next !== 'huh'
  if (/^er$/i.test(core) && isReceptor(lastAtom(before.at(-1)), next, second)) return false
  if (core !== 'er') return core === 'Er' && token.after === ','
  // "in the, er, fracture clinic"
  if (token.after === ',' && before.at(-1)?.after === ',') return true
  const after = token.after === '' ? next : ''
  if (namesEr.test(after)) return false
  if (/^(?:and|or|slash)$/.test(after) && /^pr\b/i.test(second)) return false
  const last = lastAtom(before.at(-1))
  if (placeBefore.test(last)) return false
  if (!/^(?:the|an|this|our)$/.test(last)) return true
  return !placeBefore.test(lastAtom(before.at(-2))) && !goesOnAfterPlace.test(after)
}

/** "ER, PR and HER2 negative", "markers, er, positive", but "the test was, er, positive". */
function isReceptor(last: string, next: string, second: string): boolean {
  if (next === 'her') return /^(?:two|2)\b/i.test(second)
  if (/^(?:positive|negative)$/.test(next))
    return !/^(?:is|was|are|were|be|been|came|tested)$/.test(last)
  return /^(?:pr|her2|receptors?)$/.test(next)
}

/** « Ben » may be a name, and « eh ben » an exclamation: only the small word alone is a filler. */
export function isFrenchFiller({ core }: Token, before: readonly Token[]): boolean {
  if (/^(?:e+u+h+|he+u+|hum+|uh+m?)$/i.test(core)) return true
  return core === 'ben' && lastAtom(before.at(-1)) !== 'eh'
}

function lastAtom(token: Token | undefined): string {
  return token?.atoms.at(-1) ?? ''
}
