import type { SpeechLanguage } from '@plume/records'
import type { SherpaModel } from './describe-model.ts'

/** What the child of sherpa-onnx loads. */
export type RecogniserSettings = {
  readonly model: SherpaModel
  readonly language: SpeechLanguage
  readonly threads: number
  /** How to take the words apart that are to be favoured; only for transducers. */
  readonly pieceVocabulary?: string | undefined
}

/** sherpa-onnx's own number: what a favoured token is worth, as a natural logarithm. */
const hotwordsScore = 1.5

/** The object that `sherpa-onnx-node` makes a recogniser of (its types.js, 1.13.8). */
export function recogniserConfig(settings: RecogniserSettings): object {
  const { model, language, threads, pieceVocabulary } = settings
  return {
    featConfig: { sampleRate: 16_000, featureDim: 80 },
    modelConfig: {
      ...networksOf(model, language),
      tokens: model.tokens,
      numThreads: threads,
      provider: 'cpu',
      debug: 0,
      ...(pieceVocabulary ? { modelingUnit: 'bpe', bpeVocab: pieceVocabulary } : {}),
    },
    ...(pieceVocabulary
      ? { decodingMethod: 'modified_beam_search', maxActivePaths: 4, hotwordsScore }
      : { decodingMethod: 'greedy_search' }),
  }
}

function networksOf(model: SherpaModel, language: SpeechLanguage): object {
  if (model.kind === 'medasr') return { medasr: { model: model.model } }
  const { encoder, decoder } = model
  if (model.kind === 'transducer') {
    // Parakeet v3 hears by itself which of its 25 languages it is: there is nowhere to say.
    return { transducer: { encoder, decoder, joiner: model.joiner }, modelType: 'nemo_transducer' }
  }
  return {
    whisper: {
      encoder,
      decoder,
      language,
      // Never `translate`: a French report stays French.
      task: 'transcribe',
      // Times of its sentences. Those of its words need another export of the model than is published.
      enableSegmentTimestamps: 1,
      tailPaddings: -1,
    },
  }
}
