import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  DetectedLanguage,
  HeardPiece,
  SpeechEngine,
  SpeechLanguage,
  SpeechPiece,
  TranscribeOptions,
} from '@plume/records'
import { lengthOf } from '../time-span.ts'
import { openWavSamples, type WavSamples, wavOf } from '../wav-samples.ts'
import type { PlannedPiece } from './plan-pieces.ts'
import { placeInRecording } from './time-in-recording.ts'

export type HeardInPlace = HeardPiece & {
  /** Which piece of the plan. */
  readonly index: number
}

/**
 * Lets an engine hear the pieces of a plan, and gives what it heard with times in the recording, each
 * piece as soon as it is known. `indices` are those still to be heard. The files that the engine gets lie
 * in a folder of their own in `tempDir` and are gone in the end.
 */
export async function* hearInPieces(
  engine: SpeechEngine,
  request: {
    readonly wavPath: string
    readonly plan: readonly PlannedPiece[]
    readonly indices: readonly number[]
    readonly tempDir: string
  },
  options: TranscribeOptions,
): AsyncGenerator<HeardInPlace> {
  const folder = await mkdtemp(join(request.tempDir, 'pieces-'))
  try {
    const cut = await cutPieces(request, folder)
    let next = 0
    for await (const heard of engine.transcribe(cut, options)) {
      const index = request.indices[next] ?? 0
      next += 1
      yield { index, ...placeInRecording(heard, request.plan[index] ?? { parts: [] }) }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Which of some languages is spoken at the beginning of a recording; null where that is not clear. */
export async function detectInPieces(
  engine: SpeechEngine,
  request: Omit<Parameters<typeof hearInPieces>[1], 'indices'>,
  options: { readonly among: readonly SpeechLanguage[]; readonly signal?: AbortSignal },
): Promise<DetectedLanguage | null> {
  if (!engine.detectLanguage) return null
  const folder = await mkdtemp(join(request.tempDir, 'pieces-'))
  try {
    const indices = [...request.plan.keys()].slice(0, piecesToDetectIn)
    return await engine.detectLanguage(await cutPieces({ ...request, indices }, folder), options)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const piecesToDetectIn = 3

async function cutPieces(
  { wavPath, plan, indices }: Parameters<typeof hearInPieces>[1],
  folder: string,
): Promise<readonly SpeechPiece[]> {
  const sound = await openWavSamples(wavPath)
  try {
    const pieces: SpeechPiece[] = []
    for (const index of indices) {
      const parts = plan[index]?.parts ?? []
      const path = join(folder, `${index}.wav`)
      await writeFile(path, wavOf(await samplesOf(sound, parts)), { mode: 0o600 })
      pieces.push({ wavPath: path, durationMs: lengthOf(parts) })
    }
    return pieces
  } finally {
    await sound.close()
  }
}

async function samplesOf(sound: WavSamples, parts: PlannedPiece['parts']): Promise<Buffer> {
  return Buffer.concat(
    await Promise.all(parts.map(({ startMs, endMs }) => sound.read(startMs, endMs))),
  )
}
