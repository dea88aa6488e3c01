import { joinHash } from '../lexicon/letter-hash.ts'
import { isDoseAt } from './drug-slot.ts'
import type { KnownWords } from './known-words.ts'
import type { HeardWords, Listening, TextSuggestion } from './suggest-terms.ts'
import { follows, type PlacedWord } from './words-in-text.ts'

/** Several words that are one term: "met form in", "osteo porosis". */
export type Join = Pick<TextSuggestion, 'start' | 'end' | 'text' | 'proposed'> & {
  readonly takes: number
}

/** More pieces than this no engine makes of a word. */
const mostPieces = 5
/** Shorter terms are the letters of too many words beside each other. */
const shortestJoined = 7
/** Beside a strange piece, the others are scraps: "osteo" is one, "patient" is not. */
const longestScrap = 5
/** How far several words may be from a term. They are words, after all: nearer than a strange one has to be. */
const joinLimit = 0.07
/** How much nearer words have to be together than one of them is alone. */
const joinCost = 0.03

/** The term that some words from here on are together, if they are none apart. */
export function joinAt(
  { words, facts }: HeardWords,
  at: number,
  listening: Listening,
): Join | null {
  const { known, functionWords } = listening
  const first = words[at]
  const begin = facts[at]?.piece
  if (!first || !begin) return null
  const isArticle = functionWords.has(begin.letters)
  let isStrange = facts[at]?.isStrange ?? false
  let isScraps = isStrange || first.text.length <= longestScrap
  let { hash } = begin.hash
  let { length } = begin.letters
  for (let last = at + 1; last < at + mostPieces; last++) {
    const next = words[last]
    const more = facts[last]
    if (!follows(next) || !more?.piece) return null
    isStrange ||= more.isStrange
    isScraps &&= more.isStrange || next.text.length <= longestScrap
    hash = joinHash(hash, more.piece.hash)
    length += more.piece.letters.length
    if (length < shortestJoined) continue
    const isBeforeDose = isDoseAt(words, last + 1)
    if (isArticle && !isBeforeDose) continue
    const mayBeMisheard = isScraps && (isStrange || isBeforeDose)
    if (!mayBeMisheard && !known.mayBeNamed(hash)) continue
    const word = termOf(words.slice(at, last + 1), isBeforeDose, listening)
    if (word === null) continue
    const text = textOf(words, at, last + 1)
    return { takes: last + 1 - at, start: first.start, end: next.end, text, proposed: word }
  }
  return null
}

function termOf(
  pieces: readonly PlacedWord[],
  isBeforeDose: boolean,
  { known, propose }: Listening,
): string | null {
  const facts = pieces.map(({ text }) => known.factsOf(text))
  const folded = facts.map(({ piece }) => piece?.letters ?? '').join('')
  const exact = known.termNamed(folded)
  if (exact) return isListedApart(pieces, known) ? null : exact.word
  if (!isBeforeDose && !facts.some(({ isStrange }) => isStrange)) return null
  const others = pieces.filter((_, at) => !facts[at]?.isStrange)
  if (others.some(({ text }) => text.length > longestScrap || known.isTerm(text))) return null
  const proposal = propose(folded, isBeforeDose)
  if (!proposal || proposal.rival || proposal.distance > joinLimit) return null
  // A strange word that is a term by itself needs none of the words beside it.
  const alone = facts.flatMap(({ piece, isStrange }) =>
    isStrange && piece ? (propose(piece.letters, isBeforeDose)?.distance ?? []) : [],
  )
  if (alone.some((distance) => distance < proposal.distance + joinCost)) return null
  const isDrug = proposal.term.entry.class.startsWith('drug-')
  if (isBeforeDose && !isDrug) return null
  return isListedApart(pieces, known) ? null : proposal.word
}

function isListedApart(pieces: readonly PlacedWord[], known: KnownWords): boolean {
  return known.isListed(pieces.map(({ text }) => text).join(' '))
}

function textOf(words: readonly PlacedWord[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map(({ text, gap }, at) => (at === 0 ? text : gap + text))
    .join('')
}
