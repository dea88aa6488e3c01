import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import type { DictationStore, HeardPiece, SpeechEngine, SpeechLanguage } from '@plume/records'
import { Failure } from '@plume/records'
import { hearInPieces, lengthOf, type PlannedPiece, planRecording } from '@plume/speech'
import type { Locale, Recognition } from '@plume/transcript'

type Needs = { readonly dictations: Pick<DictationStore, 'heardPieces' | 'saveHeardPiece'> }

type Request = {
  readonly id: string
  readonly dictationId: string
  readonly fence: number
  /** What the sound was made of: hashes of its recordings, in order. */
  readonly recordings: readonly string[]
  readonly wavPath: string
  readonly durationMs: number
  readonly language: SpeechLanguage
  readonly signal: AbortSignal
}

/**
 * One engine hears the recording, a piece at a time. Each piece is a checkpoint: an attempt that follows
 * with the same engine goes on where this one was killed.
 */
export async function recogniseSpeech(
  { dictations }: Needs,
  engine: SpeechEngine,
  request: Request,
): Promise<Recognition> {
  const { dictationId, fence, wavPath, language, signal } = request
  const pieces = await planRecording({
    wavPath,
    longestMs: engine.capabilities.longestPieceMs,
    fewest: engine.capabilities.fixedWindow,
    signal,
  })
  const plan = nameOf(pieces, engine, request)
  const known = new Map(await dictations.heardPieces(dictationId, plan))
  const hearing = hearInPieces(
    engine,
    {
      wavPath,
      plan: pieces,
      indices: [...pieces.keys()].filter((index) => !known.has(index)),
      tempDir: dirname(wavPath),
    },
    { language, signal },
  )
  for await (const { index, ...heard } of hearing) {
    known.set(index, heard)
    const recognisedMs = lengthOf([...known.keys()].flatMap((n) => pieces[n]?.parts ?? []))
    const piece = { plan, index, heard, recognisedMs }
    if (!(await dictations.saveHeardPiece(dictationId, fence, piece))) {
      throw new Failure('lease-lost', `dictation ${dictationId}: another worker has it`, {
        retryable: false,
      })
    }
  }
  return join(pieces, known, engine, request)
}

function join(
  pieces: readonly PlannedPiece[],
  known: ReadonlyMap<number, HeardPiece>,
  engine: SpeechEngine,
  { id, language, durationMs }: Request,
): Recognition {
  const inOrder = [...pieces.keys()].flatMap((index) => known.get(index) ?? [])
  return {
    id,
    language,
    engine: engine.identity,
    durationMs,
    words: inOrder.flatMap(({ words }) => words),
    omissions: inOrder.flatMap(({ omissions }) => omissions),
  }
}

/** The same recordings, engine and cuts have the same name; a piece of another is of no use. */
function nameOf(
  pieces: readonly PlannedPiece[],
  { identity }: SpeechEngine,
  { recordings, language }: Request,
): string {
  return createHash('sha256')
    .update(JSON.stringify([recordings, language, identity, pieces]))
    .digest('hex')
}

export function languageOf(locale: Locale): SpeechLanguage {
  return locale.startsWith('fr') ? 'fr' : 'en'
}
