import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  HeardPiece,
  SpeechEngine,
  SpeechEngineCapabilities,
  SpeechLanguage,
  SpeechPiece,
  TranscribeOptions,
} from '@plume/records'
import { type ChildLimits, hearByChild } from '../engine-child/hear-by-child.ts'
import { withoutPhantoms } from '../phantoms/without-phantoms.ts'
import type { Question } from './child.ts'
import type { SherpaModel } from './describe-model.ts'
import { joinTerms, writePieceVocabulary } from './piece-vocabulary.ts'
import { readResult, type SherpaResult, wordsOf } from './read-result.ts'
import type { RecogniserSettings } from './recogniser-config.ts'

export type SherpaOnnxOptions = ChildLimits & {
  readonly model: SherpaModel
  readonly languages: readonly SpeechLanguage[]
  /** Name and hash under which the model's words are kept. */
  readonly modelId: string
  readonly modelSha256: string
  readonly threads: number
  /**
   * Favours the words it is given (`terms`), where the model is a transducer. Off unless told: the beam search
   * that it needs has lost whole sentences of Parakeet's (k2-fsa/sherpa-onnx issue 3267, open), and what is
   * favoured may be heard where it was not said.
   */
  readonly favourTerms?: boolean
  /** Where its files lie for a moment. The system's own unless told. */
  readonly tempDir?: string
}

/** More would favour everything. */
const mostTerms = 200

/** sherpa-onnx refuses what fills Whisper's window of 30 s to its last half second. */
const whisperWindowMs = 29_400

/**
 * What each kind of model can do.
 *
 * Whisper may say six tokens for each second that it hears (sherpa-onnx, greedy search): too few for a
 * fast dictation full of drug names. It gets pieces of 20 s with silence up to its window, and so may say
 * nearly nine. MedASR's makers use it on 20 s. Parakeet is given what it surely takes.
 */
const abilities: Readonly<
  Record<SherpaModel['kind'], Omit<SpeechEngineCapabilities, 'languages'>>
> = {
  whisper: {
    wordTimes: false,
    confidence: false,
    prompt: false,
    longestPieceMs: 20_000,
    fixedWindow: true,
  },
  transducer: { wordTimes: true, confidence: true, prompt: false, longestPieceMs: 30_000 },
  medasr: { wordTimes: true, confidence: false, prompt: false, longestPieceMs: 20_000 },
}

/**
 * sherpa-onnx with one model, in a child process that hears all pieces of a call. It cannot be told to
 * stop inside a piece, so that it is killed, and tells its progress by pieces.
 */
export function createSherpaOnnxEngine(options: SherpaOnnxOptions): SpeechEngine {
  return {
    identity: {
      engine: 'sherpa-onnx',
      model: options.modelId,
      modelSha256: options.modelSha256,
      demonstrationOnly: false,
    },
    capabilities: abilitiesOf(options),
    transcribe: (pieces, request) => transcribe(options, pieces, request),
  }
}

function abilitiesOf(options: SherpaOnnxOptions): SpeechEngineCapabilities {
  const { model, languages } = options
  const plain = { languages, ...abilities[model.kind] }
  if (model.kind !== 'transducer' || !options.favourTerms) return plain
  // Its scores then hold what the words are favoured by: they are no probabilities.
  const vocabulary = { promptTokens: 0, terms: mostTerms, isPrivate: true }
  return { ...plain, confidence: false, vocabulary }
}

async function* transcribe(
  options: SherpaOnnxOptions,
  pieces: readonly SpeechPiece[],
  request: TranscribeOptions,
): AsyncGenerator<HeardPiece> {
  request.signal?.throwIfAborted()
  const { model, favourTerms, tempDir } = options
  const terms = joinTerms((request.terms ?? []).slice(0, mostTerms))
  if (model.kind !== 'transducer' || !favourTerms || terms === '') {
    return yield* hear(options, pieces, request, null)
  }
  const folder = await mkdtemp(join(tempDir ?? tmpdir(), 'plume-sherpa-'))
  try {
    const pieceVocabulary = join(folder, 'bpe.vocab')
    await writePieceVocabulary(model.tokens, pieceVocabulary)
    yield* hear(options, pieces, request, { terms, pieceVocabulary })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Favoured = { readonly terms: string; readonly pieceVocabulary: string }

async function* hear(
  options: SherpaOnnxOptions,
  pieces: readonly SpeechPiece[],
  { language, signal, onProgress }: TranscribeOptions,
  favoured: Favoured | null,
): AsyncGenerator<HeardPiece> {
  const { model, threads } = options
  const settings: RecogniserSettings = {
    model,
    language,
    threads,
    pieceVocabulary: favoured?.pieceVocabulary,
  }
  const heard = hearByChild<Question, SherpaResult>({
    program: new URL('./child.ts', import.meta.url),
    settings,
    pieces,
    questionOf: ({ wavPath }) => ({
      wavPath,
      atLeastMs: model.kind === 'whisper' ? whisperWindowMs : 0,
      ...(favoured ? { terms: favoured.terms } : {}),
    }),
    readAnswer: readResult,
    limits: options,
    signal,
    onProgress,
  })
  for await (const { answer, piece } of heard) {
    const honest = favoured ? { ...answer, logProbabilities: [] } : answer
    const words = wordsOf(honest, piece.durationMs)
    yield await withoutPhantoms(words, piece, { fromWhisper: model.kind === 'whisper' })
  }
}
