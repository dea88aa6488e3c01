import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  Failure,
  type HeardPiece,
  type SpeechEngine,
  type SpeechPiece,
  type TranscribeOptions,
} from '@plume/records'
import { type ChildLimits, hearByChild } from '../engine-child/hear-by-child.ts'
import { withoutPhantoms } from '../phantoms/without-phantoms.ts'
import { windowMs } from '../whisper-cpp/command-line.ts'
import { readModelHeader } from '../whisper-cpp/read-model-header.ts'
import type { WhisperNodeQuestion, WhisperNodeSettings } from './child.ts'
import { readTranscript } from './read-transcript.ts'

export type WhisperNodeOptions = ChildLimits & {
  /** Where `plume engines add whisper-node` put it. */
  readonly folder: string
  /** A ggml file, as for whisper.cpp. */
  readonly modelPath: string
  /** Name and hash under which the model's words are kept. */
  readonly model: string
  readonly modelSha256: string
  readonly threads: number
  /** Trying again with more chance where the model is unsure. On, unless a test says otherwise. */
  readonly fallback?: boolean
  /** Where its files lie for a moment. The system's own unless told. */
  readonly tempDir?: string
}

/**
 * The package whisper-node with one model, in a child process. It tells no confidence, takes no prompt and cannot be
 * stopped inside a piece, so that it is killed. Throws `engine-unavailable` where the model file is none.
 */
export async function createWhisperNodeEngine(options: WhisperNodeOptions): Promise<SpeechEngine> {
  const { isMultilingual } = await readModelHeader(options.modelPath)
  return {
    identity: {
      engine: 'whisper-node',
      model: options.model,
      modelSha256: options.modelSha256,
      demonstrationOnly: false,
    },
    capabilities: {
      languages: isMultilingual ? ['en', 'fr'] : ['en'],
      wordTimes: true,
      confidence: false,
      prompt: false,
      longestPieceMs: windowMs,
      fixedWindow: true,
    },
    transcribe: (pieces, request) => transcribe(options, pieces, request),
  }
}

async function* transcribe(
  options: WhisperNodeOptions,
  pieces: readonly SpeechPiece[],
  { language, signal, onProgress }: TranscribeOptions,
): AsyncGenerator<HeardPiece> {
  signal?.throwIfAborted()
  const folder = await mkdtemp(join(options.tempDir ?? tmpdir(), 'plume-whisper-node-'))
  try {
    requirePlain(folder)
    const modelPath = join(folder, 'model.bin')
    await symlink(options.modelPath, modelPath)
    const linked = new Map(
      pieces.map(({ wavPath }, index) => [wavPath, join(folder, `${index}.wav`)]),
    )
    for (const [wavPath, link] of linked) await symlink(wavPath, link)
    const { folder: addOn, threads, fallback = true } = options
    const settings: WhisperNodeSettings = { folder: addOn, modelPath, threads, language, fallback }
    const heard = hearByChild<WhisperNodeQuestion, Printed>({
      program: new URL('./child.ts', import.meta.url),
      settings,
      pieces,
      questionOf: ({ wavPath }) => ({ wavPath: linked.get(wavPath) ?? wavPath }),
      readAnswer: readPrinted,
      limits: options,
      signal,
      onProgress,
    })
    for await (const { answer, piece } of heard) {
      const words = readTranscript(answer.printed, piece.durationMs)
      yield await withoutPhantoms(words, piece, { fromWhisper: true, signal })
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Printed = { readonly printed: string }

function readPrinted(answer: unknown): Printed | null {
  return typeof answer === 'string' ? { printed: answer } : null
}

/** whisper-node puts names into a shell's line as they are: ours go there, and none that says more. */
function requirePlain(folder: string): void {
  if (/^[\w./-]+$/.test(folder)) return
  throw new Failure(
    'engine-unavailable',
    'whisper-node needs a folder for its files whose name has only letters, digits, "-", "_" and "."',
    { retryable: false },
  )
}
