/**
 * A trigram model that backs off, in plain probabilities. Words are numbers, the places in `words`. What is
 * not listed backs off: P(w|u,v) = backoff(u,v) P(w|v), and P(w|v) = backoff(v) P(w).
 */
export type TrigramModel = {
  readonly words: readonly string[]
  /** P(w). A sentence's beginning is never foretold: its own is 0. */
  readonly unigrams: Float64Array
  readonly unigramBackoffs: Float64Array
  /** By `pairOf(v, w)`: P(w|v). */
  readonly bigrams: ReadonlyMap<number, number>
  /** By `pairOf(u, v)`, where trigrams begin so: what is left for the words that have none. */
  readonly bigramBackoffs: ReadonlyMap<number, number>
  /** By `tripleOf(u, v, w)`: P(w|u,v). */
  readonly trigrams: ReadonlyMap<number, number>
}

export type NgramProbabilities = Omit<TrigramModel, 'unigramBackoffs' | 'bigramBackoffs'>

export const sentenceBegin = '<s>'
export const sentenceEnd = '</s>'

/** Two words in one number; three fit a double exactly. Also the largest vocabulary. */
export const largestVocabulary = 2 ** 17

export function pairOf(v: number, w: number): number {
  return v * largestVocabulary + w
}

export function tripleOf(u: number, v: number, w: number): number {
  return pairOf(u, v) * largestVocabulary + w
}

/** What comes before the last word, and the last word. */
export function splitLast(ngram: number): readonly [before: number, last: number] {
  const before = Math.floor(ngram / largestVocabulary)
  return [before, ngram - before * largestVocabulary]
}

/** The last two words of a triple, as a pair. */
export function lastPairOf(triple: number): number {
  return triple % (largestVocabulary * largestVocabulary)
}

export function indexWords(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map(words.map((word, index) => [word, index]))
}

/** P(w|v) */
export function bigramProbability(model: TrigramModel, v: number, w: number): number {
  const listed = model.bigrams.get(pairOf(v, w))
  return listed ?? (model.unigramBackoffs[v] ?? 1) * (model.unigrams[w] ?? 0)
}

/** P(w|u,v) */
export function trigramProbability(model: TrigramModel, u: number, v: number, w: number): number {
  const listed = model.trigrams.get(tripleOf(u, v, w))
  if (listed !== undefined) return listed
  return (model.bigramBackoffs.get(pairOf(u, v)) ?? 1) * bigramProbability(model, v, w)
}

/** Too little may be left to share for a backoff to be told from rounding. */
const least = 1e-9

/** Gives each context the backoff with which its probabilities sum to 1. */
export function withBackoffs(probabilities: NgramProbabilities): TrigramModel {
  const { words, unigrams, bigrams, trigrams } = probabilities
  const listed = new Float64Array(words.length)
  const below = new Float64Array(words.length)
  for (const [pair, probability] of bigrams) {
    const [v, w] = splitLast(pair)
    listed[v] = (listed[v] ?? 0) + probability
    below[v] = (below[v] ?? 0) + (unigrams[w] ?? 0)
  }
  const unigramBackoffs = listed.map((sum, v) => shareLeft(sum, below[v] ?? 0))
  const model = { ...probabilities, unigramBackoffs, bigramBackoffs: new Map<number, number>() }
  return { ...model, bigramBackoffs: bigramBackoffsOf(model, trigrams) }
}

function bigramBackoffsOf(model: TrigramModel, trigrams: ReadonlyMap<number, number>) {
  const sums = new Map<number, { listed: number; below: number }>()
  for (const [triple, probability] of trigrams) {
    const [before, w] = splitLast(triple)
    const sum = sums.get(before) ?? { listed: 0, below: 0 }
    sum.listed += probability
    sum.below += bigramProbability(model, splitLast(before)[1], w)
    sums.set(before, sum)
  }
  const backoffs = new Map<number, number>()
  for (const [before, { listed, below }] of sums) backoffs.set(before, shareLeft(listed, below))
  return backoffs
}

function shareLeft(listed: number, below: number): number {
  return Math.max(least, 1 - listed) / Math.max(least, 1 - below)
}
