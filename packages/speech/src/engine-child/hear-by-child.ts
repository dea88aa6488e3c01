import type { SpeechPiece, TranscribeOptions } from '@plume/records'
import { askChild } from './ask-child.ts'

/** How long an engine in a child may take, in milliseconds. */
export type ChildLimits = {
  /** For starting the child and loading the model. */
  readonly timeoutToStartMs?: number
  /** For each minute of audio. */
  readonly timeoutPerAudioMinuteMs?: number
  /** Added to that for each piece: the shortest one takes Whisper as long as a window. */
  readonly timeoutPerPieceMs?: number
}

const patience: Required<ChildLimits> = {
  timeoutToStartMs: 120_000,
  // Large models on a small machine are several times slower than speech.
  timeoutPerAudioMinuteMs: 15 * 60_000,
  timeoutPerPieceMs: 60_000,
}

/**
 * One child for all pieces, and what it answers about each, as soon as it does. Progress is told by pieces. Throws
 * what `askChild` throws.
 */
export async function* hearByChild<Question, Answer>(request: {
  readonly program: URL
  readonly settings: unknown
  readonly pieces: readonly SpeechPiece[]
  readonly questionOf: (piece: SpeechPiece) => Question
  readonly readAnswer: (answer: unknown, piece: { readonly durationMs: number }) => Answer | null
  readonly limits: ChildLimits
  readonly signal: AbortSignal | undefined
  readonly onProgress: TranscribeOptions['onProgress']
}): AsyncGenerator<{ readonly answer: Answer; readonly piece: SpeechPiece }> {
  const { program, settings, pieces, questionOf, readAnswer, signal, onProgress } = request
  const limits = { ...patience, ...request.limits }
  const total = Math.max(1, lengthOf(pieces))
  onProgress?.(0)
  const answers = askChild<Question & { readonly durationMs: number }, Answer>({
    program,
    settings,
    questions: pieces.map((piece) => ({ ...questionOf(piece), durationMs: piece.durationMs })),
    readAnswer,
    timeoutToStartMs: limits.timeoutToStartMs,
    timeoutOf: ({ durationMs }) =>
      limits.timeoutPerPieceMs + (durationMs / 60_000) * limits.timeoutPerAudioMinuteMs,
    signal,
  })
  let heard = 0
  for await (const answer of answers) {
    const piece = pieces[heard]
    heard += 1
    onProgress?.(lengthOf(pieces.slice(0, heard)) / total)
    if (piece) yield { answer, piece }
  }
}

function lengthOf(pieces: readonly SpeechPiece[]): number {
  return pieces.reduce((sum, { durationMs }) => sum + durationMs, 0)
}
