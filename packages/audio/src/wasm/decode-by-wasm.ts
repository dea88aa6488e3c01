import { once } from 'node:events'
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type DecodedAudio, Failure } from '@plume/records'
import { type DecodedSound, writeDecodedSound } from '../decoded-sound.ts'
import { limitLength } from '../limit-length.ts'
import { isPlausible } from '../plausible-sound.ts'
import { createResampler, type Resampler } from '../resample/resampler.ts'
import type { SoundPiece } from '../sound-piece.ts'
import { outputRateHz } from '../wav/write-wav.ts'
import type { StreamFacts, WasmFormat } from './stream-decoder.ts'
import type { ThreadData, ThreadMessage, ThreadReply } from './thread.ts'

/** No decoder takes so long for a piece that comes back at all. */
const pieceLimitMs = 30_000
/** For all pieces together, and a tenth of what was decoded: a file may be made to be slow everywhere. */
const waitLimitMs = 60_000
/** These formats claim their length to the sample: a file that ends so much earlier was cut off. */
const missingMs = 100

type Decoding = {
  readonly inputPath: string
  readonly outputPath: string
  readonly format: WasmFormat
  readonly container: string
  readonly maxDurationMs: number
  readonly signal?: AbortSignal
}

/**
 * Decodes MP3, FLAC or Opus in Ogg by WebAssembly, which cannot reach beyond its own memory, in a thread
 * that ends when it does not come back. Null where it finds no sound, or none that a voice could be in.
 *
 * Throws `decoder-timeout`, `decoder-crashed`, `TooLong`, or the signal's reason when aborted.
 */
export async function decodeByWasm(request: Decoding): Promise<DecodedAudio | null> {
  const seen: Seen = { facts: null, sampleRateHz: 0, damaged: false, decodedSamples: 0 }
  const sound = await writeDecodedSound(
    limitLength(decodedPieces(request, seen), request.maxDurationMs),
    request.outputPath,
  )
  return sound.samples === 0 ? null : describeSound(sound, seen, request)
}

type Seen = {
  facts: StreamFacts | null
  sampleRateHz: number
  damaged: boolean
  decodedSamples: number
}

/** At 16 kHz. Ends where the rate changes, or is none for a voice. */
async function* decodedPieces(request: Decoding, seen: Seen): AsyncGenerator<SoundPiece> {
  let resampler: Resampler | null = null
  for await (const reply of replies(request)) {
    const { mono, sampleRateHz, channels, damaged, facts } = reply
    seen.damaged ||= damaged
    seen.facts = facts ?? seen.facts
    if (mono.length === 0) continue
    if (!isPlausible({ sampleRateHz, channels })) return
    resampler ??= createResampler(sampleRateHz, outputRateHz)
    seen.sampleRateHz ||= sampleRateHz
    if (sampleRateHz !== seen.sampleRateHz) {
      seen.damaged = true
      break
    }
    seen.decodedSamples += mono.length
    yield resampler.push(mono)
  }
  if (resampler) yield resampler.end()
}

async function* replies({ inputPath, format, signal }: Decoding): AsyncGenerator<ThreadReply> {
  signal?.throwIfAborted()
  const thread = startThread({ path: resolve(inputPath), format })
  try {
    if ((await messageFrom(thread, signal)) !== 'ready') throw notStarted()
    let coming = askFor(thread, signal)
    let leftMs = waitLimitMs
    for (;;) {
      const askedAt = performance.now()
      const reply = await coming
      if (reply === null || reply === 'ready') return
      leftMs += decodedMs(reply) / 10 - (performance.now() - askedAt)
      if (leftMs < 0) throw tooSlow()
      // One piece ahead: it is decoded while this one is resampled and written.
      if (!reply.facts) coming = askFor(thread, signal)
      yield reply
      if (reply.facts) return
    }
  } finally {
    await thread.terminate()
  }
}

function startThread(workerData: ThreadData): Worker {
  const thread = new Worker(new URL('./thread-entry.mjs', import.meta.url), {
    workerData,
    execArgv: [],
    env: {},
    // What the decoders complain of is nobody's to read: it is counted.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  thread.stdout.resume()
  thread.stderr.resume()
  return thread
}

function decodedMs({ mono, sampleRateHz }: ThreadReply): number {
  return mono.length === 0 ? 0 : (mono.length / sampleRateHz) * 1000
}

function tooSlow(): Failure {
  return new Failure('decoder-timeout', 'the decoder is slower than a tenth of the recording', {
    retryable: true,
  })
}

function notStarted(): Failure {
  return new Failure('decoder-crashed', 'the decoder in WebAssembly was not started', {
    retryable: true,
  })
}

function askFor(thread: Worker, signal: AbortSignal | undefined) {
  const reply = messageFrom(thread, signal)
  thread.postMessage('more')
  // Nobody may be there any more to be told of a failure.
  reply.catch(() => {})
  return reply
}

/** Null where the recording broke the decoder: what came before is kept. */
async function messageFrom(
  thread: Worker,
  signal: AbortSignal | undefined,
): Promise<ThreadMessage | null> {
  const clock = AbortSignal.timeout(pieceLimitMs)
  const either = signal ? AbortSignal.any([signal, clock]) : clock
  try {
    const [message]: ThreadMessage[] = await once(thread, 'message', { signal: either })
    return message ?? null
  } catch {
    signal?.throwIfAborted()
    if (!clock.aborted) return null
    throw new Failure('decoder-timeout', `a piece took longer than ${pieceLimitMs} ms`, {
      retryable: true,
    })
  }
}

function describeSound(
  { durationMs, silent, peaks }: DecodedSound,
  { facts, sampleRateHz, damaged, decodedSamples }: Seen,
  { container, format }: Decoding,
): DecodedAudio {
  const missing = (facts?.declaredSamples ?? 0) - decodedSamples
  const endsEarly = (missing / sampleRateHz) * 1000 > missingMs
  return {
    facts: {
      container,
      codec: facts?.codec ?? format,
      durationMs,
      sampleRateHz,
      channels: facts?.channels ?? 1,
      narrowband: sampleRateHz <= 8000,
      possiblyTruncated: damaged || endsEarly || facts === null || facts.endMissing,
      silent,
      decoder: 'built-in',
    },
    peaks,
  }
}
