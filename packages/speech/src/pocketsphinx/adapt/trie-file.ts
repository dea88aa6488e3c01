import { Failure } from '@plume/records'
import {
  type NgramProbabilities,
  pairOf,
  splitLast,
  type TrigramModel,
  tripleOf,
} from './trigram-model.ts'

/*
 * The binary form of sphinxbase 5prealpha (`lm_trie.c`), little-endian: the header, the order (a byte), how
 * many n-grams of each order, tables that give 16 bits their value, the unigrams, then bigrams and trigrams
 * packed bit by bit, and the words. It is a trie from the last word backwards: below w stand the words v that
 * go before it, and below those the words u. Values are logarithms to the base 1.0001.
 */
const header = 'Trie Language Model'
const order = 3
const logBase = Math.log(1.0001)
const binCount = 2 ** 16
const binBits = 16
const tables = ['bigram', 'backoff', 'trigram'] as const
const tableBytes = binCount * 4
const unigramBytes = 12
/** Bits are read eight bytes at a time, beyond the end too. */
const slackBytes = 8
/** What an ARPA file writes as -99: a word that is never foretold. */
const never = -99 * Math.LN10

type Layout = {
  readonly counts: readonly [number, number, number]
  readonly wordBits: number
  readonly bigramBits: number
  readonly trigramBits: number
  readonly tablesAt: number
  readonly unigramsAt: number
  readonly bigramsAt: number
  readonly trigramsAt: number
  readonly wordsAt: number
}

/** Where everything stands, which the three counts alone decide. */
function layOut(counts: readonly [number, number, number]): Layout {
  const wordBits = bitsFor(counts[0])
  const bigramBits = wordBits + 2 * binBits + bitsFor(counts[2])
  const trigramBits = wordBits + binBits
  const tablesAt = header.length + 1 + order * 4 + 4
  const unigramsAt = tablesAt + tables.length * tableBytes
  const bigramsAt = unigramsAt + (counts[0] + 1) * unigramBytes
  const trigramsAt = bigramsAt + packedBytes(counts[1], bigramBits)
  const wordsAt = trigramsAt + packedBytes(counts[2], trigramBits)
  return {
    ...{ counts, wordBits, bigramBits, trigramBits },
    ...{ tablesAt, unigramsAt, bigramsAt, trigramsAt, wordsAt },
  }
}

/** How long the file of a model over these words becomes, in bytes. */
export function trieSizeOver(words: readonly string[]) {
  const text = words.reduce((sum, word) => sum + Buffer.byteLength(word) + 1, 0)
  return (bigrams: number, trigrams: number): number =>
    layOut([words.length, bigrams, trigrams]).wordsAt + 4 + text
}

function bitsFor(largest: number): number {
  return largest === 0 ? 0 : Math.floor(Math.log2(largest)) + 1
}

function packedBytes(entries: number, bits: number): number {
  return Math.floor(((1 + entries) * bits + 7) / 8) + slackBytes
}

/** Reads a trigram model in this form. Its backoffs are not read: they follow from the probabilities. */
export function readTrie(file: Buffer): NgramProbabilities {
  const counts = readCounts(file)
  const layout = layOut(counts)
  const words = readWords(file, layout)
  const [bigramValues, , trigramValues] = tables.map((_, table) => readTable(file, layout, table))
  const value = (values: Float64Array | undefined, bin: number) => values?.[bin] ?? 0
  const unigrams = new Float64Array(counts[0])
  const bigrams = new Map<number, number>()
  const trigrams = new Map<number, number>()
  const nextOfUnigram = (w: number) => file.readUInt32LE(layout.unigramsAt + w * unigramBytes + 8)
  const nextOfBigram = (at: number) =>
    readBits(
      file,
      layout.bigramsAt,
      at * layout.bigramBits + layout.wordBits + 2 * binBits,
      bitsFor(counts[2]),
    )
  for (let w = 0; w < counts[0]; w += 1) {
    unigrams[w] = Math.exp(file.readFloatLE(layout.unigramsAt + w * unigramBytes) * logBase)
    for (let b = nextOfUnigram(w); b < nextOfUnigram(w + 1); b += 1) {
      const bigramAt = b * layout.bigramBits
      const v = readBits(file, layout.bigramsAt, bigramAt, layout.wordBits)
      const bin = readBits(file, layout.bigramsAt, bigramAt + layout.wordBits + binBits, binBits)
      bigrams.set(pairOf(v, w), value(bigramValues, bin))
      for (let t = nextOfBigram(b); t < nextOfBigram(b + 1); t += 1) {
        const trigramAt = t * layout.trigramBits
        const u = readBits(file, layout.trigramsAt, trigramAt, layout.wordBits)
        const trigramBin = readBits(file, layout.trigramsAt, trigramAt + layout.wordBits, binBits)
        trigrams.set(tripleOf(u, v, w), value(trigramValues, trigramBin))
      }
    }
  }
  return { words, unigrams, bigrams, trigrams }
}

function readCounts(file: Buffer): readonly [number, number, number] {
  const known = file.subarray(0, header.length).toString('latin1') === header
  if (!known || file[header.length] !== order) {
    throw new Failure('engine-unavailable', 'the language model is no trigram trie', {
      retryable: false,
    })
  }
  const at = header.length + 1
  return [file.readUInt32LE(at), file.readUInt32LE(at + 4), file.readUInt32LE(at + 8)]
}

function readWords(file: Buffer, { wordsAt, counts }: Layout): readonly string[] {
  const bytes = file.readUInt32LE(wordsAt)
  const text = file.subarray(wordsAt + 4, wordsAt + 4 + bytes).toString('utf8')
  return text.split('\0').slice(0, counts[0])
}

function readTable(file: Buffer, { tablesAt }: Layout, table: number): Float64Array {
  const at = tablesAt + table * tableBytes
  return Float64Array.from({ length: binCount }, (_, bin) =>
    Math.exp(file.readFloatLE(at + bin * 4) * logBase),
  )
}

/** Up to 32 bits, the lowest first. */
function readBits(file: Buffer, base: number, at: number, bits: number): number {
  const byte = base + Math.floor(at / 8)
  const low = file.readUInt32LE(byte) + (file[byte + 4] ?? 0) * 2 ** 32
  return Math.floor(low / 2 ** (at % 8)) % 2 ** bits
}

function writeBits(file: Buffer, base: number, at: number, value: number): void {
  const byte = base + Math.floor(at / 8)
  let rest = value * 2 ** (at % 8)
  for (let next = byte; rest > 0; next += 1) {
    file[next] = (file[next] ?? 0) + (rest % 256)
    rest = Math.floor(rest / 256)
  }
}

/** Writes a model. Each trigram's last two words must be a bigram of the model. */
export function writeTrie(model: TrigramModel): Buffer {
  const pairs = byLastWord([...model.bigrams.keys()])
  const triples = byLastWord([...model.trigrams.keys()])
  const layout = layOut([model.words.length, pairs.length, triples.length])
  const file = Buffer.alloc(trieSizeOver(model.words)(pairs.length, triples.length))
  writeHeader(file, layout)
  const backoffOf = (pair: number) => Math.log(model.bigramBackoffs.get(pair) ?? 1)
  const bigramBins = makeBins(pairs.map((pair) => Math.log(model.bigrams.get(pair) ?? 0)))
  const backoffBins = makeBins(pairs.map(backoffOf))
  const trigramBins = makeBins(triples.map((triple) => Math.log(model.trigrams.get(triple) ?? 0)))
  for (const [table, bins] of [bigramBins, backoffBins, trigramBins].entries()) {
    bins.values.forEach((value, bin) => {
      file.writeFloatLE(value / logBase, layout.tablesAt + table * tableBytes + bin * 4)
    })
  }
  writeUnigrams(file, layout, model, pairs)

  let nextTriple = 0
  pairs.forEach((pair, place) => {
    const at = place * layout.bigramBits
    const [v] = splitLast(pair)
    writeBits(file, layout.bigramsAt, at, v)
    const backoffAt = at + layout.wordBits
    writeBits(file, layout.bigramsAt, backoffAt, backoffBins.binOf(backoffOf(pair)))
    const probability = Math.log(model.bigrams.get(pair) ?? 0)
    writeBits(file, layout.bigramsAt, backoffAt + binBits, bigramBins.binOf(probability))
    writeBits(file, layout.bigramsAt, backoffAt + 2 * binBits, nextTriple)
    for (; isUnder(triples[nextTriple], pair); nextTriple += 1) {
      const triple = triples[nextTriple] ?? 0
      const tripleAt = nextTriple * layout.trigramBits
      writeBits(file, layout.trigramsAt, tripleAt, splitLast(splitLast(triple)[0])[0])
      const bin = trigramBins.binOf(Math.log(model.trigrams.get(triple) ?? 0))
      writeBits(file, layout.trigramsAt, tripleAt + layout.wordBits, bin)
    }
  })
  if (nextTriple !== triples.length) throw new RangeError('a trigram without its last bigram')
  const endAt = pairs.length * layout.bigramBits + layout.wordBits + 2 * binBits
  writeBits(file, layout.bigramsAt, endAt, nextTriple)
  writeWords(file, layout, model.words)
  return file
}

function isUnder(triple: number | undefined, pair: number): boolean {
  if (triple === undefined) return false
  const [before, w] = splitLast(triple)
  return pairOf(splitLast(before)[1], w) === pair
}

function writeHeader(file: Buffer, { counts }: Layout): void {
  let at = file.write(header, 'latin1')
  at = file.writeUInt8(order, at)
  for (const count of counts) at = file.writeUInt32LE(count, at)
  // Once the kind of quantization; there is only one now.
  file.writeUInt32LE(1, at)
}

function writeUnigrams(
  file: Buffer,
  { unigramsAt, counts }: Layout,
  model: TrigramModel,
  pairs: readonly number[],
): void {
  let next = 0
  for (let w = 0; w <= counts[0]; w += 1) {
    const at = unigramsAt + w * unigramBytes
    if (w < counts[0]) {
      const probability = model.unigrams[w] ?? 0
      const log = probability > 0 ? Math.log(probability) : never
      file.writeFloatLE(log / logBase, at)
      file.writeFloatLE(Math.log(model.unigramBackoffs[w] ?? 1) / logBase, at + 4)
    }
    file.writeUInt32LE(next, at + 8)
    while (next < pairs.length && splitLast(pairs[next] ?? 0)[1] === w) next += 1
  }
}

function writeWords(file: Buffer, { wordsAt }: Layout, words: readonly string[]): void {
  const text = words.map((word) => `${word}\0`).join('')
  file.writeUInt32LE(Buffer.byteLength(text), wordsAt)
  file.write(text, wordsAt + 4)
}

/** Sorted by the last word, then by the one before it, then by the first. */
function byLastWord(ngrams: readonly number[]): readonly number[] {
  const reversed = (ngram: number) => {
    const [before, w] = splitLast(ngram)
    const [u, v] = splitLast(before)
    return tripleOf(w, v, u)
  }
  return ngrams
    .map((ngram) => [reversed(ngram), ngram] as const)
    .sort(([a], [b]) => a - b)
    .map(([, ngram]) => ngram)
}

/** The values that 16 bits can name: the middles of equally full bins. */
function makeBins(values: readonly number[]) {
  const sorted = Float64Array.from(values).sort()
  const different = sorted.filter((value, at) => at === 0 || value !== sorted[at - 1])
  const from = different.length <= binCount ? different : sorted
  const centres = Float64Array.from({ length: binCount }, (_, bin) => {
    if (from.length <= binCount) return from[Math.min(bin, from.length - 1)] ?? 0
    const first = Math.floor((from.length * bin) / binCount)
    const last = Math.floor((from.length * (bin + 1)) / binCount)
    return from.subarray(first, last).reduce((sum, value) => sum + value, 0) / (last - first)
  })
  return { values: centres, binOf: (value: number) => nearest(centres, value) }
}

function nearest(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  const below = sorted[low - 1]
  return below !== undefined && value - below < (sorted[low] ?? 0) - value ? low - 1 : low
}
