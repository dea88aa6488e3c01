import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interpolate, keepWords } from './interpolate-models.ts'
import { pruneToSize } from './prune-model.ts'
import { trainTrigrams } from './train-trigrams.ts'
import { readTrie, trieSizeOver, writeTrie } from './trie-file.ts'
import { bigramProbability, type TrigramModel, trigramProbability } from './trigram-model.ts'

const vocabulary = ['aspirin', 'daily', 'knee', 'left', 'no', 'of', 'pain', 'period', 'the']
const aText = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 8 })
const someTexts = fc.array(aText, { minLength: 1, maxLength: 30 })
const aModel = someTexts.map((texts) => trainTrigrams(texts, vocabulary))

/** What may follow any two words: everything but a sentence's beginning. */
function sumAfter(model: TrigramModel, u: number, v: number): number {
  return model.words.reduce(
    (sum, _, w) => (w === 0 ? sum : sum + trigramProbability(model, u, v, w)),
    0,
  )
}

function expectToSumToOne(model: TrigramModel): void {
  const places = [...model.words.keys()].filter((place) => place !== 1)
  for (const u of places) {
    const after = model.words.reduce((sum, _, w) => sum + bigramProbability(model, u, w), 0)
    expect(after).toBeCloseTo(1, 6)
    for (const v of places) if (v !== 0) expect(sumAfter(model, u, v)).toBeCloseTo(1, 6)
  }
}

describe('the probabilities of what comes next sum to 1', () => {
  test('in a model that was counted', () => {
    fc.assert(fc.property(aModel, expectToSumToOne), { numRuns: 20 })
  })

  test('in two that were mixed', () => {
    const mixed = fc.tuple(aModel, aModel, fc.double({ min: 0.01, max: 0.99, noNaN: true }))
    fc.assert(
      fc.property(mixed, ([a, b, share]) => expectToSumToOne(interpolate(a, b, share))),
      { numRuns: 20 },
    )
  })

  test('in one that was pruned, or left with fewer words', () => {
    fc.assert(
      fc.property(aModel, fc.nat(200), (model, bytes) => {
        expectToSumToOne(pruneToSize(model, trieSizeOver(model.words)(0, 0) + bytes))
        expectToSumToOne(keepWords(model, vocabulary.slice(0, 5)))
      }),
      { numRuns: 200 },
    )
  })
})

test('what was said more often is more probable, and what was never said is possible', () => {
  const model = trainTrigrams(
    [
      ['left', 'knee'],
      ['left', 'knee'],
      ['left', 'pain'],
    ],
    vocabulary,
  )
  const [left, knee, pain, aspirin] = ['left', 'knee', 'pain', 'aspirin'].map((word) =>
    model.words.indexOf(word),
  )
  const after = (w = 0) => bigramProbability(model, left ?? 0, w)
  expect(after(knee)).toBeGreaterThan(after(pain))
  expect(after(pain)).toBeGreaterThan(after(aspirin))
  expect(after(aspirin)).toBeGreaterThan(0)
})

test('a word outside the vocabulary breaks a sentence: what stands around it is no neighbour', () => {
  const model = trainTrigrams([['left', 'xyz', 'knee']], vocabulary)
  const [left = 0, knee = 0] = ['left', 'knee'].map((word) => model.words.indexOf(word))
  expect(model.bigrams.has(left * 2 ** 17 + knee)).toBe(false)
})

describe('a model file', () => {
  test('gives back the words and every n-gram, to within its tables', () => {
    fc.assert(
      fc.property(aModel, (model) => {
        const read = readTrie(writeTrie(model))
        expect(read.words).toEqual(model.words)
        expect([...read.bigrams.keys()].sort()).toEqual([...model.bigrams.keys()].sort())
        expect([...read.trigrams.keys()].sort()).toEqual([...model.trigrams.keys()].sort())
        for (const [ngram, probability] of model.trigrams) {
          expect((read.trigrams.get(ngram) ?? 0) / probability).toBeCloseTo(1, 3)
        }
        for (const [ngram, probability] of model.bigrams) {
          expect((read.bigrams.get(ngram) ?? 0) / probability).toBeCloseTo(1, 3)
        }
      }),
      { numRuns: 10 },
    )
  })

  test('is as long as was foretold, and pruned to no more than was asked', () => {
    fc.assert(
      fc.property(aModel, fc.nat(300), (model, bytes) => {
        const size = trieSizeOver(model.words)
        expect(writeTrie(model).length).toBe(size(model.bigrams.size, model.trigrams.size))
        const largest = size(0, 0) + bytes
        expect(writeTrie(pruneToSize(model, largest)).length).toBeLessThanOrEqual(largest)
      }),
      { numRuns: 10 },
    )
  })

  test('that is none is refused', () => {
    expect(() => readTrie(Buffer.from('no model'))).toThrow(
      expect.objectContaining({ code: 'engine-unavailable' }),
    )
  })
})
