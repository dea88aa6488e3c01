import {
  indexWords,
  largestVocabulary,
  pairOf,
  sentenceBegin,
  sentenceEnd,
  splitLast,
  type TrigramModel,
  tripleOf,
  withBackoffs,
} from './trigram-model.ts'

/** Added to each word's count, so that a word of the vocabulary that no sentence holds can be heard. */
const unseen = 0.1

/**
 * Counts sentences and smooths them after Witten and Bell: a context that was followed by many different words
 * leaves much to words that never followed it. Words outside the vocabulary break a sentence in two.
 */
export function trainTrigrams(
  sentences: Iterable<readonly string[]>,
  vocabulary: readonly string[],
): TrigramModel {
  const words = [sentenceBegin, sentenceEnd, ...vocabulary]
  if (words.length > largestVocabulary) throw new RangeError(`${words.length} words are too many`)
  const counts = countNgrams(sentences, indexWords(words), words.length)
  const unigrams = smoothUnigrams(counts.single)
  const bigrams = smooth(counts.pairs, (pair) => unigrams[splitLast(pair)[1]] ?? 0)
  const lower = withBackoffs({ words, unigrams, bigrams, trigrams: new Map() })
  const trigrams = smooth(counts.triples, (triple) => {
    const [before, w] = splitLast(triple)
    return lower.bigrams.get(pairOf(splitLast(before)[1], w)) ?? 0
  })
  return withBackoffs({ words, unigrams, bigrams, trigrams })
}

type Counts = {
  readonly single: Float64Array
  readonly pairs: Map<number, number>
  readonly triples: Map<number, number>
}

function countNgrams(
  sentences: Iterable<readonly string[]>,
  index: ReadonlyMap<string, number>,
  size: number,
): Counts {
  const counts = { single: new Float64Array(size), pairs: new Map(), triples: new Map() }
  for (const sentence of sentences) {
    let run: number[] = [0]
    for (const word of [...sentence, sentenceEnd]) {
      const id = index.get(word)
      if (id === undefined) {
        run = []
        continue
      }
      countLast(counts, [...run.slice(-2), id])
      run.push(id)
    }
  }
  return counts
}

function countLast({ single, pairs, triples }: Counts, run: readonly number[]): void {
  const [w = 0, v, u] = run.toReversed()
  single[w] = (single[w] ?? 0) + 1
  if (v !== undefined) add(pairs, pairOf(v, w))
  if (u !== undefined && v !== undefined) add(triples, tripleOf(u, v, w))
}

function add(counts: Map<number, number>, ngram: number): void {
  counts.set(ngram, (counts.get(ngram) ?? 0) + 1)
}

function smoothUnigrams(single: Float64Array): Float64Array {
  // Place 0 is the beginning of a sentence, which no word goes before.
  const total = single.reduce((sum, count) => sum + count + unseen, 0) - unseen
  return single.map((count, w) => (w === 0 ? 0 : (count + unseen) / total))
}

/** (count + kinds x lower) / (total + kinds), for each context of which `total` words of so many kinds are known. */
function smooth(
  counts: ReadonlyMap<number, number>,
  lowerOf: (ngram: number) => number,
): ReadonlyMap<number, number> {
  const contexts = new Map<number, { total: number; kinds: number }>()
  for (const [ngram, count] of counts) {
    const [before] = splitLast(ngram)
    const context = contexts.get(before) ?? { total: 0, kinds: 0 }
    context.total += count
    context.kinds += 1
    contexts.set(before, context)
  }
  const probabilities = new Map<number, number>()
  for (const [ngram, count] of counts) {
    const { total, kinds } = contexts.get(splitLast(ngram)[0]) ?? { total: 1, kinds: 0 }
    probabilities.set(ngram, (count + kinds * lowerOf(ngram)) / (total + kinds))
  }
  return probabilities
}
