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
import { askChild } from '../engine-child/ask-child.ts'
import { noteNothingHeard } from '../phantoms/note-nothing-heard.ts'
import { omitPhantoms } from '../phantoms/omit-phantoms.ts'
import { findSpeechByLoudness } from '../voice-activity/find-speech-by-loudness.ts'
import { measureEnvelope } from '../voice-activity/loudness-envelope.ts'
import type { Question } from './child.ts'
import type { SherpaModel } from './describe-model.ts'
import { joinTerms, writePieceVocabulary } from './piece-vocabulary.ts'
import { readResult, type SherpaResult, wordsOf } from './read-result.ts'
import type { RecogniserSettings } from './recogniser-config.ts'

export type SherpaOnnxOptions = {
  readonly model: SherpaModel
  readonly languages: readonly SpeechLanguage[]
  /** Name and hash under which the model's words are kept. */
  readonly modelId: string
  readonly modelSha256: string
  readonly threads: number
  /** Longest time for each minute of audio, in milliseconds. */
  readonly timeoutPerAudioMinuteMs?: number
  /** Added to that for each piece: the shortest one takes Whisper as long as a window. */
  readonly timeoutPerPieceMs?: number
  /** For starting the child and loading the model. */
  readonly timeoutToStartMs?: number
  /**
   * Favours the words it is given (`terms`), where the model is a transducer. Off unless told: the beam search
   * that it needs has lost whole sentences of Parakeet's (k2-fsa/sherpa-onnx issue 3267, open), and what is
   * favoured may be heard where it was not said.
   */
  readonly favourTerms?: boolean
  /** Where its files lie for a moment. The system's own unless told. */
  readonly tempDir?: string
}

const defaults = {
  // Large models on a small machine are several times slower than speech.
  timeoutPerAudioMinuteMs: 15 * 60_000,
  timeoutPerPieceMs: 60_000,
  timeoutToStartMs: 120_000,
  favourTerms: false,
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
export function createSherpaOnnxEngine(given: SherpaOnnxOptions): SpeechEngine {
  const options = { ...defaults, ...given }
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
  options: SherpaOnnxOptions & typeof defaults,
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
  options: SherpaOnnxOptions & typeof defaults,
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
  const total = Math.max(1, lengthOf(pieces))
  let heard = 0
  onProgress?.(0)
  const answers = askChild<Question & SpeechPiece, SherpaResult>({
    program: new URL('./child.ts', import.meta.url),
    settings,
    questions: pieces.map((piece) => ({
      ...piece,
      atLeastMs: model.kind === 'whisper' ? whisperWindowMs : 0,
      ...(favoured ? { terms: favoured.terms } : {}),
    })),
    readAnswer: readResult,
    timeoutToStartMs: options.timeoutToStartMs,
    timeoutOf: ({ durationMs }) =>
      options.timeoutPerPieceMs + (durationMs / 60_000) * options.timeoutPerAudioMinuteMs,
    signal,
  })
  for await (const result of answers) {
    const piece = pieces[heard]
    heard += 1
    onProgress?.(lengthOf(pieces.slice(0, heard)) / total)
    const honest = favoured ? { ...result, logProbabilities: [] } : result
    if (piece) yield await withoutPhantoms(model, honest, piece)
  }
}

async function withoutPhantoms(
  { kind }: SherpaModel,
  result: SherpaResult,
  { wavPath, durationMs }: SpeechPiece,
): Promise<HeardPiece> {
  const words = wordsOf(result, durationMs)
  const voice = findSpeechByLoudness(await measureEnvelope(wavPath))
  // Only Whisper was trained on subtitles.
  const heard = kind === 'whisper' ? omitPhantoms(words, { voice }) : { words, omissions: [] }
  return noteNothingHeard(heard, voice)
}

function lengthOf(pieces: readonly SpeechPiece[]): number {
  return pieces.reduce((sum, { durationMs }) => sum + durationMs, 0)
}
