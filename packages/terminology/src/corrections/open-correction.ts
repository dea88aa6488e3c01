import type { PhraseIndex } from '../reading/phrase-index.ts'
import type { Span } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import type { CorrectionWords } from './correction-words.ts'
import { type Draft, isSentenceEnd, isWords } from './draft.ts'

/** How far from a correction the same word may be said again: "no fracture, correction, fracture of the radius". */
const nearby = 4
const shortestSaidAgain = 4
/** Names of this many letters that begin alike are taken for each other: hydroxyzine, hydralazine. */
const shortestName = 6
const sameBeginning = 3

/**
 * True where a correction that could not be made was meant all the same, by the words on either side of it: a word is
 * said again, the opposite of the last one follows, another name like it, or another unit for its number.
 */
export function soundsCorrected(draft: Draft, next: number): boolean {
  const { tokens, words } = draft
  const before = wordsBefore(draft)
  const after = wordsAfter(draft, next)
  const [last] = before
  const first = after.find((token) => !words.determiners.has(atomOf(token)))
  if (!last || !first) return false
  return (
    areOpposite(atomOf(last), atomOf(first), words) ||
    beginAlike(atomOf(last), atomOf(first)) ||
    isOtherUnit(draft.kept.at(-1), tokens, first, words.units) ||
    before.some((token) => after.some((again) => isSaidAgain(token, again, words)))
  )
}

/** The last words kept of the sentence, the nearest first. */
function wordsBefore({ kept, tokens }: Draft): readonly Token[] {
  const before: Token[] = []
  for (let index = kept.length - 1; index >= 0 && before.length < nearby; index--) {
    const span = kept[index]
    if (!span || !isWords(span)) break
    if (before.length > 0 && isSentenceEnd(span, tokens)) break
    for (let at = span.to - 1; at >= span.from; at--) {
      const token = tokens[at]
      if (token) before.push(token)
    }
  }
  return before.slice(0, nearby)
}

function wordsAfter({ ahead, tokens }: Draft, next: number): readonly Token[] {
  const after: Token[] = []
  for (let index = next; after.length < nearby; index++) {
    const span = ahead[index]
    if (!span || !isWords(span)) break
    after.push(...tokens.slice(span.from, span.to))
    if (isSentenceEnd(span, tokens)) break
  }
  return after.slice(0, nearby)
}

const atomOf = (token: Token) => token.atoms.join(' ')

function areOpposite(a: string, b: string, { opposites }: CorrectionWords): boolean {
  return a !== b && (opposites.get(a)?.has(b) ?? false)
}

function beginAlike(a: string, b: string): boolean {
  const areNames = Math.min(a.length, b.length) >= shortestName
  return areNames && a !== b && a.slice(0, sameBeginning) === b.slice(0, sameBeginning)
}

/** "Ten milligrams, correction, micrograms". */
function isOtherUnit(
  last: Span | undefined,
  tokens: readonly Token[],
  { atoms }: Token,
  units: PhraseIndex<unknown>,
): boolean {
  if (last?.kind !== 'value' || last.type !== 'measure') return false
  const unit = tokens[last.to - 1]?.atoms.at(-1)
  return units.has(atoms[0] ?? '') && atoms[0] !== unit
}

function isSaidAgain(token: Token, again: Token, { commonWords }: CorrectionWords): boolean {
  const word = atomOf(token)
  return word.length >= shortestSaidAgain && word === atomOf(again) && !commonWords.has(word)
}
