import { type Dictionary, writeDictionary } from './dictionary.ts'
import { interpolate, keepWords } from './interpolate-models.ts'
import { pruneToSize } from './prune-model.ts'
import { isScoredText, sharesScoredRun } from './refuse-scored-texts.ts'
import { trainTrigrams } from './train-trigrams.ts'
import { writeTrie } from './trie-file.ts'
import { type NgramProbabilities, sentenceBegin, sentenceEnd } from './trigram-model.ts'

/** Sentences as their words, and the name of what they are from. */
export type TextSource = {
  readonly name: string
  readonly sentences: readonly (readonly string[])[]
}

export type AdaptedModelSettings = {
  /** How much of all that is said is the medical model's, from 0 to 1. */
  readonly medicalWeight: number
  /** How many of the general model's words stay, the most frequent. */
  readonly generalWords: number
  readonly largestModelBytes: number
}

/**
 * For a model that a site builds for itself. Chosen, as those below, on sentences of our own that are no part of any
 * model: `bench/pocketsphinx-settings.ts`.
 */
export const siteModelSettings: AdaptedModelSettings = {
  medicalWeight: 0.2,
  generalWords: 60_000,
  largestModelBytes: 30_000_000,
}

/**
 * For the one that ships, which must be small: most of what the general model knows of plain speech is left out. So its
 * medical part counts for less, or people who speak plainly would be heard worse.
 */
export const shippedModelSettings: AdaptedModelSettings = {
  medicalWeight: 0.1,
  generalWords: 20_000,
  largestModelBytes: 5_200_000,
}

export type AdaptedModel = {
  readonly languageModel: Buffer
  readonly dictionary: string
  /** What each source gave. Sentences that share six words in a row with a scored text are left out. */
  readonly texts: readonly {
    readonly name: string
    readonly words: number
    readonly leftOut: number
  }[]
  readonly words: number
  /** Words of the texts that nobody could pronounce: they cannot be heard. */
  readonly unpronounced: readonly string[]
}

export type BuildRefusal =
  | { readonly refused: 'scored-text'; readonly source: string }
  | { readonly refused: 'no-pronunciations' }

/**
 * Makes PocketSphinx's language model and dictionary from texts, mixed with its general model. The same texts give
 * the same bytes. Refuses a source that holds a text on which engines are scored.
 */
export async function buildAdaptedModel(request: {
  readonly texts: readonly TextSource[]
  readonly general: NgramProbabilities
  readonly dictionary: Dictionary
  /** How words are said that the dictionary does not know; null where nobody can be asked. */
  readonly pronounce: (words: readonly string[]) => Promise<ReadonlyMap<string, string> | null>
  readonly settings?: AdaptedModelSettings
  readonly onStep?: (step: 'pronounce' | 'count' | 'mix' | 'prune') => void
}): Promise<AdaptedModel | BuildRefusal> {
  const { general, dictionary, settings = siteModelSettings, onStep } = request
  const scored = request.texts.find(({ sentences }) => isScoredText(sentences))
  if (scored) return { refused: 'scored-text', source: scored.name }
  const texts = request.texts.map(withoutScoredRuns)

  onStep?.('pronounce')
  const sentences = texts.flatMap((text) => text.sentences)
  const wanted = [...new Set(sentences.flat())]
  const strange = wanted.filter((word) => !dictionary.has(word)).sort()
  const pronounced = await request.pronounce(strange)
  if (pronounced === null) return { refused: 'no-pronunciations' }
  const waysOf = (word: string) => dictionary.get(word) ?? [pronounced.get(word) ?? '']
  const medical = wanted.filter((word) => dictionary.has(word) || pronounced.has(word))
  const common = commonestWords(general, dictionary, settings.generalWords)
  const vocabulary = [...new Set([...medical, ...common])].sort()

  onStep?.('count')
  const trained = trainTrigrams(sentences, vocabulary)
  const kept = keepWords(general, vocabulary)
  onStep?.('mix')
  const mixed = interpolate(trained, kept, settings.medicalWeight)
  onStep?.('prune')
  const languageModel = writeTrie(pruneToSize(mixed, settings.largestModelBytes))
  return {
    languageModel,
    dictionary: writeDictionary(new Map(vocabulary.map((word) => [word, waysOf(word)]))),
    texts: texts.map(({ name, sentences: kept, leftOut }) => ({
      name,
      words: kept.reduce((sum, { length }) => sum + length, 0),
      leftOut,
    })),
    words: vocabulary.length,
    unpronounced: strange.filter((word) => !pronounced.has(word)),
  }
}

function withoutScoredRuns({ name, sentences }: TextSource) {
  const kept = sentences.filter((sentence) => !sharesScoredRun(sentence))
  return { name, sentences: kept, leftOut: sentences.length - kept.length }
}

function commonestWords(
  { words, unigrams }: NgramProbabilities,
  dictionary: Dictionary,
  count: number,
): readonly string[] {
  return words
    .map((word, w) => ({ word, probability: unigrams[w] ?? 0 }))
    .filter(({ word }) => word !== sentenceBegin && word !== sentenceEnd && dictionary.has(word))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count)
    .map(({ word }) => word)
}
