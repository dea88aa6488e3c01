import { dirname } from 'node:path'
import type { HeardPiece, HeardRecording, RecognitionPlan, SpeechEngine } from '@plume/records'
import { Failure } from '@plume/records'
import { hearInPieces, lengthOf, type Vocabulary } from '@plume/speech'
import type { Recognition } from '@plume/transcript'

type Request = {
  readonly dictationId: string
  readonly plan: RecognitionPlan
  /** The pieces to hear. */
  readonly indices: readonly number[]
  readonly wavPath: string
  /** What the engine is told to expect. */
  readonly vocabulary: Vocabulary
  readonly signal: AbortSignal
  /** A checkpoint for each piece; false when the right to the work was lost. */
  readonly save: (piece: {
    readonly index: number
    readonly heard: HeardPiece
    readonly audioMs: number
  }) => Promise<boolean>
}

/**
 * One engine hears pieces of a recording, in order. Each is a checkpoint: an attempt that follows with the same engine
 * goes on where this one was killed.
 */
export async function recogniseSpeech(engine: SpeechEngine, request: Request): Promise<void> {
  const { dictationId, plan, indices, wavPath, vocabulary, signal } = request
  const hearing = hearInPieces(
    engine,
    { wavPath, plan: plan.pieces, indices, tempDir: dirname(wavPath) },
    { language: plan.language, ...vocabulary, signal },
  )
  for await (const { index, ...heard } of hearing) {
    const audioMs = lengthOf(plan.pieces[index]?.parts ?? [])
    if (!(await request.save({ index, heard, audioMs }))) {
      throw new Failure('lease-lost', `dictation ${dictationId}: another worker has it`, {
        retryable: false,
      })
    }
  }
}

/** What was heard in all pieces, in order, as one recognition. */
export function joinPieces(
  id: string,
  { language, engine, durationMs }: HeardRecording['by'],
  heard: readonly HeardPiece[],
): Recognition {
  return {
    id,
    language,
    engine,
    durationMs,
    words: heard.flatMap(({ words }) => words),
    omissions: heard.flatMap(({ omissions }) => omissions),
  }
}
