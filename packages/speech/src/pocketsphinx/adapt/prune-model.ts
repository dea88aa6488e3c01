import { trieSizeOver } from './trie-file.ts'
import {
  bigramProbability,
  lastPairOf,
  splitLast,
  type TrigramModel,
  withBackoffs,
} from './trigram-model.ts'

/**
 * Leaves out the n-grams whose absence changes the model least, until its file is no longer than asked. What an
 * absence changes is the relative entropy after A. Stolcke, "Entropy-based pruning of backoff language models" (1998).
 */
export function pruneToSize(model: TrigramModel, largestBytes: number): TrigramModel {
  const bytesFor = trieSizeOver(model.words)
  if (bytesFor(model.bigrams.size, model.trigrams.size) <= largestBytes) return model
  const losses = [...lossesOf(bigramContexts(model)), ...lossesOf(trigramContexts(model))]
  losses.sort((a, b) => b.loss - a.loss || a.ngram - b.ngram)
  const bigrams = new Map<number, number>()
  const trigrams = new Map<number, number>()
  const keepBigram = (pair: number) => {
    const probability = model.bigrams.get(pair)
    if (probability !== undefined) bigrams.set(pair, probability)
  }
  for (const { ngram, probability, order } of losses) {
    // A trigram may bring two bigrams with it, of which it is the beginning and the end.
    if (bytesFor(bigrams.size + 2, trigrams.size + 1) > largestBytes) break
    if (order === 2) keepBigram(ngram)
    if (order < 3) continue
    trigrams.set(ngram, probability)
    keepBigram(splitLast(ngram)[0])
    keepBigram(lastPairOf(ngram))
  }
  return withBackoffs({ ...model, bigrams, trigrams })
}

type Loss = {
  readonly ngram: number
  readonly probability: number
  readonly order: 2 | 3
  readonly loss: number
}

/** What is known of the words after one context. */
type Context = {
  readonly order: 2 | 3
  /** How probable it is to come into this context. */
  readonly probability: number
  readonly listed: { ngram: number; probability: number; below: number }[]
}

function bigramContexts(model: TrigramModel): Iterable<Context> {
  const contexts = new Map<number, Context>()
  for (const [pair, probability] of model.bigrams) {
    const [v, w] = splitLast(pair)
    // Every sentence has one beginning, and one end to count it by.
    const context = contexts.get(v) ?? {
      order: 2 as const,
      probability: model.unigrams[v === 0 ? 1 : v] ?? 0,
      listed: [],
    }
    context.listed.push({ ngram: pair, probability, below: model.unigrams[w] ?? 0 })
    contexts.set(v, context)
  }
  return contexts.values()
}

function trigramContexts(model: TrigramModel): Iterable<Context> {
  const contexts = new Map<number, Context>()
  for (const [triple, probability] of model.trigrams) {
    const [before, w] = splitLast(triple)
    const [u, v] = splitLast(before)
    const context = contexts.get(before) ?? {
      order: 3 as const,
      probability: (model.unigrams[u === 0 ? 1 : u] ?? 0) * bigramProbability(model, u, v),
      listed: [],
    }
    context.listed.push({ ngram: triple, probability, below: bigramProbability(model, v, w) })
    contexts.set(before, context)
  }
  return contexts.values()
}

const least = 1e-9

function lossesOf(contexts: Iterable<Context>): readonly Loss[] {
  const losses: Loss[] = []
  for (const { order, probability: context, listed } of contexts) {
    const left = Math.max(least, 1 - sum(listed.map(({ probability }) => probability)))
    const leftBelow = Math.max(least, 1 - sum(listed.map(({ below }) => below)))
    for (const { ngram, probability, below } of listed) {
      const backoff = Math.log(left / leftBelow)
      const without = Math.log((left + probability) / (leftBelow + below))
      const change =
        probability * (Math.log(below) + without - Math.log(probability)) +
        left * (without - backoff)
      losses.push({ ngram, probability, order, loss: -context * change })
    }
  }
  return losses
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
