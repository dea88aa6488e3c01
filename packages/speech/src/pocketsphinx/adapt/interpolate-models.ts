import {
  bigramProbability,
  indexWords,
  type NgramProbabilities,
  pairOf,
  sentenceBegin,
  sentenceEnd,
  splitLast,
  type TrigramModel,
  trigramProbability,
  tripleOf,
  withBackoffs,
} from './trigram-model.ts'

/** The model over fewer words: what named others is left out, and the rest of the unigrams share their part. */
export function keepWords(model: NgramProbabilities, vocabulary: readonly string[]): TrigramModel {
  const words = [sentenceBegin, sentenceEnd, ...vocabulary]
  const place = indexWords(words)
  const newIds = model.words.map((word) => place.get(word) ?? -1)
  const kept = new Float64Array(words.length)
  newIds.forEach((id, w) => {
    if (id > 0) kept[id] = model.unigrams[w] ?? 0
  })
  const total = kept.reduce((sum, probability) => sum + probability, 0)
  const bigrams = new Map<number, number>()
  for (const [pair, probability] of model.bigrams) {
    const [v, w] = splitLast(pair)
    const [newV = -1, newW = -1] = [newIds[v], newIds[w]]
    if (newV >= 0 && newW > 0) bigrams.set(pairOf(newV, newW), probability)
  }
  const trigrams = new Map<number, number>()
  for (const [triple, probability] of model.trigrams) {
    const [before, w] = splitLast(triple)
    const [u, v] = splitLast(before)
    const [newU = -1, newV = -1, newW = -1] = [newIds[u], newIds[v], newIds[w]]
    if (newU >= 0 && newV > 0 && newW > 0) trigrams.set(tripleOf(newU, newV, newW), probability)
  }
  const unigrams = kept.map((probability) => probability / total)
  fillContexts(bigrams, words.length - 1)
  fillContexts(trigrams, words.length - 1)
  return withBackoffs({ words, unigrams, bigrams, trigrams })
}

/** Where all words are listed after a context, none backs off: they share what those left out had. */
function fillContexts(ngrams: Map<number, number>, allWords: number): void {
  const contexts = new Map<number, { listed: number; probability: number }>()
  for (const [ngram, probability] of ngrams) {
    const [before] = splitLast(ngram)
    const context = contexts.get(before) ?? { listed: 0, probability: 0 }
    context.listed += 1
    context.probability += probability
    contexts.set(before, context)
  }
  for (const [ngram, probability] of ngrams) {
    const context = contexts.get(splitLast(ngram)[0])
    if (context?.listed === allWords) ngrams.set(ngram, probability / context.probability)
  }
}

/**
 * Both models in one, for each n-gram that either lists; both must be over the same words in the same order.
 * `share` is how much of all that is said is the first model's. After some words it counts for as much as it is
 * probable that it is the one they came from: what is plain speech stays so, and a report stays a report.
 */
export function interpolate(
  first: TrigramModel,
  second: TrigramModel,
  share: number,
): TrigramModel {
  const mixed = (weight: number, p: number, q: number) => weight * p + (1 - weight) * q
  const weightAfter = (p: number, q: number) => (share * p) / (share * p + (1 - share) * q)
  // Each sentence has one beginning in either model.
  const single = ({ unigrams }: TrigramModel, v: number) => (v === 0 ? 1 : (unigrams[v] ?? 0))
  const pair = (model: TrigramModel, u: number, v: number) =>
    single(model, u) * bigramProbability(model, u, v)

  const unigrams = first.unigrams.map((p, w) => mixed(share, p, second.unigrams[w] ?? 0))
  const bigrams = new Map<number, number>()
  for (const ngram of [...first.bigrams.keys(), ...second.bigrams.keys()]) {
    const [v, w] = splitLast(ngram)
    const weight = weightAfter(single(first, v), single(second, v))
    const [p, q] = [bigramProbability(first, v, w), bigramProbability(second, v, w)]
    bigrams.set(ngram, mixed(weight, p, q))
  }
  const trigrams = new Map<number, number>()
  for (const ngram of [...first.trigrams.keys(), ...second.trigrams.keys()]) {
    const [before, w] = splitLast(ngram)
    const [u, v] = splitLast(before)
    const weight = weightAfter(pair(first, u, v), pair(second, u, v))
    const [p, q] = [trigramProbability(first, u, v, w), trigramProbability(second, u, v, w)]
    trigrams.set(ngram, mixed(weight, p, q))
  }
  return withBackoffs({ words: first.words, unigrams, bigrams, trigrams })
}
