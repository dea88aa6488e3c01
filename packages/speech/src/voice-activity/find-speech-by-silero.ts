import { askChild } from '../engine-child/ask-child.ts'
import { coresOfThisMachine, memoryLeftByOthers } from '../machine/this-machine.ts'
import { clip, type TimeSpan, union } from '../time-span.ts'
import { cutStretches } from './cut-stretches.ts'
import type { SileroQuestion, SileroSettings } from './silero-child.ts'

/** It needs a hundredth of the recording's time; a busy machine gets fifty times that. */
const timeoutPerAudioMs = 0.5
const timeoutToStartMs = 60_000

/** Of one process, in bytes (`npm run bench voice-activity`); half of what is left goes to all of them. */
const memoryOfOne = 150e6
const shareOfMemory = 0.5

/**
 * Heard before and after a stretch and not counted, in milliseconds: by its beginning the network is as if it had
 * heard all that was before. The network's windows lie as they would in the whole recording.
 */
const windowMs = 32
const leadInMs = 160 * windowMs
const leadOutMs = 32 * windowMs

type SileroRequest = {
  readonly modelPath: string
  readonly wavPath: string
  /** Of the recording, from `measureEnvelope`. */
  readonly levels: Float32Array
  readonly signal?: AbortSignal | undefined
  /** As many as there are processors and memory for, unless told. */
  readonly processes?: number
  /** See `cutStretches`. */
  readonly longestStretchMs?: number | undefined
  /** Told what is in each stretch as soon as that is known, in no order. */
  readonly onStretch?: ((heard: HeardStretch) => void) | undefined
}

export type HeardStretch = {
  /** 0 for the first of the recording. */
  readonly index: number
  readonly stretch: TimeSpan
  readonly speech: readonly TimeSpan[]
}

/**
 * Where somebody speaks, by Silero's network: in order, not overlapping. A long recording is cut into stretches,
 * which several child processes hear at the same time; how many they are does not change what is found.
 *
 * Throws what `askChild` throws; all the processes are gone by then.
 */
export async function findSpeechBySilero(request: SileroRequest): Promise<readonly TimeSpan[]> {
  const stretches = cutStretches(request.levels, request.longestStretchMs)
  const processes = Math.min(stretches.length, request.processes ?? (await processesHere()))
  const failed = new AbortController()
  const signal = AbortSignal.any([failed.signal, ...(request.signal ? [request.signal] : [])])
  // In turns, so that the first stretches are heard first.
  const shares = Array.from({ length: processes }, (_, process) =>
    [...stretches.entries()].filter(([index]) => index % processes === process),
  )
  const listening = shares.map((share) =>
    listen({ ...request, signal }, share).catch((error: unknown) => {
      failed.abort(error)
      throw error
    }),
  )
  await Promise.allSettled(listening)
  return union((await Promise.all(listening)).flat())
}

async function processesHere(): Promise<number> {
  const [cores, memory] = await Promise.all([coresOfThisMachine(), memoryLeftByOthers()])
  const room = Math.floor(((memory ?? Number.POSITIVE_INFINITY) * shareOfMemory) / memoryOfOne)
  return Math.max(1, Math.min(cores, room))
}

/** One process, for some of the stretches. */
async function listen(
  { modelPath, wavPath, signal, onStretch }: SileroRequest,
  stretches: readonly (readonly [number, TimeSpan])[],
): Promise<readonly TimeSpan[]> {
  const settings: SileroSettings = { modelPath }
  const answers = askChild<SileroQuestion, readonly TimeSpan[]>({
    program: new URL('./silero-child.ts', import.meta.url),
    settings,
    questions: stretches.map(([, { startMs, endMs }]) => ({
      wavPath,
      startMs: Math.max(0, Math.floor(startMs / windowMs) * windowMs - leadInMs),
      endMs: endMs + leadOutMs,
    })),
    readAnswer: readSpans,
    timeoutToStartMs,
    timeoutOf: ({ startMs, endMs }) => timeoutToStartMs + (endMs - startMs) * timeoutPerAudioMs,
    signal,
  })
  const found: TimeSpan[] = []
  let next = 0
  for await (const spans of answers) {
    const [index, stretch] = stretches[next] ?? []
    next += 1
    if (index === undefined || !stretch) continue
    const speech = clip(spans, stretch)
    found.push(...speech)
    onStretch?.({ index, stretch, speech })
  }
  return found
}

function readSpans(answer: unknown): readonly TimeSpan[] | null {
  if (!Array.isArray(answer)) return null
  const spans: TimeSpan[] = []
  for (const pair of answer) {
    const [from, to]: unknown[] = Array.isArray(pair) ? pair : []
    if (typeof from !== 'number' || typeof to !== 'number') return null
    const startMs = Math.max(spans.at(-1)?.endMs ?? 0, Math.floor(from))
    const endMs = Math.ceil(to)
    if (endMs > startMs) spans.push({ startMs, endMs })
  }
  return spans
}
