import type { HeardPiece, SpeechEngine, SpeechPiece, TranscribeOptions } from '@plume/records'
import { type ChildLimits, hearByChild } from '../engine-child/hear-by-child.ts'
import { withoutPhantoms } from '../phantoms/without-phantoms.ts'
import { wordsOf } from '../sherpa-onnx/read-result.ts'
import { windowMs } from '../whisper-cpp/command-line.ts'
import type { TransformersQuestion, TransformersSettings } from './child.ts'
import { readAnswer } from './read-answer.ts'

export type TransformersOptions = ChildLimits & {
  /** Where `plume engines add transformers` put it. */
  readonly folder: string
  /** A Whisper for transformers.js: a folder with `config.json`, `tokenizer.json` and `onnx/`. */
  readonly modelDir: string
  readonly isMultilingual: boolean
  /** Name and hash under which the model's words are kept. */
  readonly modelId: string
  readonly modelSha256: string
  readonly threads: number
}

/**
 * `@huggingface/transformers` with one Whisper, in a child process without a network. It tells no confidence, takes no
 * prompt, and its words' times are shared out over its sentences: a guess.
 */
export function createTransformersEngine(options: TransformersOptions): SpeechEngine {
  return {
    identity: {
      engine: 'transformers',
      model: options.modelId,
      modelSha256: options.modelSha256,
      demonstrationOnly: false,
    },
    capabilities: {
      languages: options.isMultilingual ? ['en', 'fr'] : ['en'],
      wordTimes: false,
      confidence: false,
      prompt: false,
      longestPieceMs: windowMs,
      fixedWindow: true,
    },
    transcribe: (pieces, request) => transcribe(options, pieces, request),
  }
}

async function* transcribe(
  options: TransformersOptions,
  pieces: readonly SpeechPiece[],
  { language, signal, onProgress }: TranscribeOptions,
): AsyncGenerator<HeardPiece> {
  signal?.throwIfAborted()
  const { folder, modelDir, threads, isMultilingual } = options
  const settings: TransformersSettings = {
    folder,
    modelDir,
    threads,
    language: isMultilingual ? language : null,
  }
  const heard = hearByChild<TransformersQuestion, ReturnType<typeof wordsOf>>({
    program: new URL('./child.ts', import.meta.url),
    settings,
    pieces,
    questionOf: ({ wavPath }) => ({ wavPath }),
    readAnswer: (answer, { durationMs }) => {
      const result = readAnswer(answer, durationMs)
      return result && wordsOf(result, durationMs)
    },
    limits: options,
    signal,
    onProgress,
  })
  for await (const { answer: words, piece } of heard) {
    yield await withoutPhantoms(words, piece, { fromWhisper: true, signal })
  }
}
