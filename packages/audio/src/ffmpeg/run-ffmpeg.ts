import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { type DecodedAudio, Failure } from '@plume/records'
import { type DecodedSound, writeDecodedSound } from '../decoded-sound.ts'
import { limitLength } from '../limit-length.ts'
import { levelsOf } from '../sound-piece.ts'
import { outputRateHz } from '../wav/write-wav.ts'
import { commandLine } from './command-line.ts'
import { describeInput } from './describe-input.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'

const reportBytesKept = 64 * 1024
const leastTimeMs = 60_000

/** A file that ends this much before the length it claims is called truncated. */
const missingMs = 1000

/**
 * Exit codes that tell of a sick program rather than a sick recording: not runnable (126), a library
 * is missing (127), interrupted (123, 255: ffmpeg's own for one signal or many).
 */
const brokenExitCodes: readonly number[] = [123, 126, 127, 255]

type Decoding = {
  readonly inputPath: string
  readonly outputPath: string
  readonly container: string
  readonly maxDurationMs: number
  readonly tempDir: string
  readonly signal?: AbortSignal
  /** A tenth of the longest recording, and a minute at least, unless told. */
  readonly timeoutMs?: number
}

/**
 * Decodes through ffmpeg, which never sees a name or a byte of configuration from outside: argument
 * list instead of a shell, a private folder with a file name of ours, an empty environment, and an
 * end by the clock. Null when ffmpeg finds no sound.
 *
 * Throws `decoder-crashed`, `decoder-timeout`, or `TooLong` rather than cut.
 */
export async function runFfmpeg(ffmpeg: Ffmpeg, request: Decoding): Promise<DecodedAudio | null> {
  const folder = await mkdtemp(join(request.tempDir, 'plume-ffmpeg-'))
  try {
    const inputPath = join(folder, 'recording')
    await symlink(resolve(request.inputPath), inputPath)
    return await decodeIn(folder, ffmpeg, { ...request, inputPath })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function decodeIn(
  folder: string,
  ffmpeg: Ffmpeg,
  request: Decoding,
): Promise<DecodedAudio | null> {
  const closing: Closing = { report: '', gaveUp: false }
  const pieces = decodedPieces(folder, ffmpeg, request, closing)
  const sound = await writeDecodedSound(
    limitLength(pieces, request.maxDurationMs),
    request.outputPath,
  )
  if (sound.samples === 0) return null
  return describeSound(sound, { ...closing, container: request.container, version: ffmpeg.version })
}

/** What is known when the last sample has come. */
type Closing = { report: string; gaveUp: boolean }

/**
 * The samples as they come. The child lives as long as somebody reads: Node throws away the output of
 * one that has ended before its first reader came.
 */
async function* decodedPieces(
  folder: string,
  ffmpeg: Ffmpeg,
  request: Decoding,
  closing: Closing,
): AsyncGenerator<Int16Array> {
  const { maxDurationMs, signal } = request
  signal?.throwIfAborted()
  const timeoutMs = request.timeoutMs ?? Math.max(leastTimeMs, maxDurationMs / 10)
  const child = spawn(ffmpeg.path, commandLine(request), {
    cwd: folder,
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  lowerPriority(child.pid)
  const ended = outcomeOf(child)
  const report = boundedText(child.stderr)
  let timedOut = false
  const clock = setTimeout(() => {
    timedOut = true
    child.kill('SIGKILL')
  }, timeoutMs)
  const stop = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', stop, { once: true })
  try {
    yield* samplesOf(child.stdout)
    const outcome = await ended
    // Asked before the end is told, so that no part passes for a whole.
    signal?.throwIfAborted()
    if (timedOut) throw failure('decoder-timeout', `ffmpeg took longer than ${timeoutMs} ms`)
    if (outcome !== 'done' && outcome !== 'gave-up') throw outcome
    closing.report = report()
    closing.gaveUp = outcome === 'gave-up'
  } finally {
    clearTimeout(clock)
    signal?.removeEventListener('abort', stop)
    child.kill('SIGKILL')
    await ended
  }
}

/** `gave-up`: ffmpeg could not read the recording to its end. A `Failure`: it broke down itself. */
async function outcomeOf(
  child: ChildProcessByStdio<null, Readable, Readable>,
): Promise<'done' | 'gave-up' | Failure> {
  try {
    const [code, killedBy]: unknown[] = await once(child, 'close')
    if (code === 0) return 'done'
    if (typeof code === 'number' && !brokenExitCodes.includes(code)) return 'gave-up'
    return failure('decoder-crashed', `ffmpeg ended with ${code ?? killedBy}`)
  } catch (error) {
    return failure('decoder-crashed', 'ffmpeg could not be run', error)
  }
}

function failure(code: 'decoder-crashed' | 'decoder-timeout', message: string, cause?: unknown) {
  return new Failure(code, message, { retryable: true, cause })
}

async function* samplesOf(stdout: AsyncIterable<Buffer>): AsyncGenerator<Int16Array> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of stdout) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    rest = bytes.subarray(bytes.length - (bytes.length % 2))
    yield levelsOf(bytes)
  }
}

function describeSound(
  { durationMs, silent, peaks }: DecodedSound,
  source: {
    readonly report: string
    readonly gaveUp: boolean
    readonly container: string
    readonly version: string
  },
): DecodedAudio {
  const { codec, sampleRateHz, channels, declaredMs } = describeInput(source.report)
  const endsEarly = declaredMs !== null && durationMs < declaredMs - missingMs
  return {
    facts: {
      container: source.container,
      codec,
      durationMs,
      sampleRateHz: sampleRateHz ?? outputRateHz,
      channels,
      narrowband: sampleRateHz !== null && sampleRateHz <= 8000,
      possiblyTruncated: source.gaveUp || endsEarly,
      silent,
      decoder: `ffmpeg ${source.version}`,
    },
    peaks,
  }
}

function boundedText(stream: Readable): () => string {
  let text = ''
  stream.setEncoding('utf8').on('data', (more: string) => {
    text += more.slice(0, reportBytesKept - text.length)
  })
  return () => text
}

/** Decoding is never urgent; the person typing beside it is. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 10)
  } catch {
    // It has ended already.
  }
}
