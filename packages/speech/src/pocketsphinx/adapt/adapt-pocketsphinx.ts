import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type AdaptedModel,
  type AdaptedModelSettings,
  type BuildRefusal,
  buildAdaptedModel,
  type TextSource,
} from './build-adapted-model.ts'
import { parseDictionary } from './dictionary.ts'
import { askEspeak } from './espeak-pronunciations.ts'
import { lexiconTexts } from './site-texts.ts'
import { type SpokenTerm, saidAs } from './spoken-corpus/lexicon-lists.ts'
import { spokenCorpus } from './spoken-corpus/spoken-corpus.ts'
import { readTrie } from './trie-file.ts'
import { writeAdaptedModel } from './write-adapted-model.ts'

export type AdaptStep = 'read' | 'pronounce' | 'count' | 'mix' | 'prune'

export type AdaptRefusal = BuildRefusal | { readonly refused: 'no-general-model' }

/** How many words of generated dictations go into a model. */
const corpusWords = 150_000

/** Where Debian's package pocketsphinx-en-us puts the general model. */
export const generalModelDir = '/usr/share/pocketsphinx/model/en-us'

/**
 * Builds a medical model for PocketSphinx and puts it into `folder`: from the dictations that this project generates, from
 * the given texts and from the general model. Takes some minutes and a gigabyte of memory.
 */
export async function adaptPocketSphinx(request: {
  readonly folder: string
  readonly model: string
  /** Beside the generated dictations. */
  readonly texts: readonly TextSource[]
  /** Of a lexicon: the generated dictations name them, and each can be heard. */
  readonly terms?: readonly SpokenTerm[]
  readonly settings?: AdaptedModelSettings
  readonly generalDir?: string
  readonly onStep?: (step: AdaptStep) => void
  readonly onProgress?: (fraction: number) => void
}): Promise<AdaptedModel | AdaptRefusal> {
  const { folder, model, generalDir = generalModelDir, settings, onStep, onProgress } = request
  const { terms = [] } = request
  onStep?.('read')
  const general = await readGeneral(generalDir)
  if (general === null) return { refused: 'no-general-model' }
  const generated = {
    name: 'generated dictations',
    sentences: spokenCorpus({ words: corpusWords, terms }),
  }
  const built = await buildAdaptedModel({
    ...general,
    texts: [generated, lexiconTexts('lexicon', terms.map(saidAs)), ...request.texts],
    pronounce: (words) => askEspeak(words, onProgress),
    ...(settings ? { settings } : {}),
    ...(onStep ? { onStep } : {}),
  })
  if (!('refused' in built)) await writeAdaptedModel(folder, model, built)
  return built
}

async function readGeneral(folder: string) {
  try {
    const [model, dictionary] = await Promise.all([
      readFile(join(folder, 'en-us.lm.bin')),
      readFile(join(folder, 'cmudict-en-us.dict'), 'latin1'),
    ])
    return { general: readTrie(model), dictionary: parseDictionary(dictionary) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
