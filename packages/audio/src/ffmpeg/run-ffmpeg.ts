import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import type { Readable } from 'node:stream'
import { type DecodedAudio, Failure, type UndecodableReason } from '@plume/records'
import { type DecodedSound, writeDecodedSound } from '../decoded-sound.ts'
import { limitLength } from '../limit-length.ts'
import { isPlausible } from '../plausible-sound.ts'
import { levelsOf } from '../sound-piece.ts'
import { outputRateHz } from '../wav/write-wav.ts'
import { commandLine } from './command-line.ts'
import { confine, type Layer } from './confinement.ts'
import { describeInput, type InputDescription } from './describe-input.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'
import { type PrivateFolder, recordingName, withPrivateFolder } from './private-folder.ts'
import { type Report, readReport } from './read-report.ts'

const leastTimeMs = 60_000

/** A file that ends this much before the length it claims is called truncated. */
const missingMs = 1000

/**
 * Exit codes that tell of a sick program rather than a sick recording: not runnable (126), a library
 * is missing (127), interrupted (123, 255: ffmpeg's own for one signal or many).
 */
const brokenExitCodes: readonly number[] = [123, 126, 127, 255]

/** One of the layers around ffmpeg could not be put there: nothing was said of the recording. */
const layerFailed = /^(unshare|setpriv|prlimit): /m

/** A part of the recording could not be read: its end, mostly, where it was cut off in a frame. */
const partUnreadable = 'Error while decoding stream'

/** The index of an MP4 stands at its end: what was sent in part has none, and no sound to be found. */
const indexMissing = 'moov atom not found'

export type ConfinedFfmpeg = Ffmpeg & { readonly layers: readonly Layer[] }

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
 * list instead of a shell, a private folder with a file name of ours, an empty environment, an end by
 * the clock, and as many layers of confinement as the system permits. `not-audio` where it finds no
 * sound, or none that a voice could be in; `upload-incomplete` where the file says itself that its end
 * is missing.
 *
 * Throws `decoder-crashed`, `decoder-timeout`, or `TooLong` rather than cut.
 */
export async function runFfmpeg(
  ffmpeg: ConfinedFfmpeg,
  request: Decoding,
): Promise<DecodedAudio | { readonly undecodable: UndecodableReason }> {
  const { inputPath, tempDir } = request
  const forOwnUser = ffmpeg.layers.includes('own-user')
  return withPrivateFolder({ inputPath, tempDir, forOwnUser }, async (folder) => {
    const closing: Closing = { report: '', gaveUp: false }
    const pieces = decodedPieces(folder, ffmpeg, request, closing)
    const sound = await writeDecodedSound(
      limitLength(pieces, request.maxDurationMs),
      request.outputPath,
    )
    if (sound.samples > 0) return describeSound(sound, closing, request.container, ffmpeg)
    const isIncomplete = closing.report.includes(indexMissing)
    return { undecodable: isIncomplete ? 'upload-incomplete' : 'not-audio' }
  })
}

/** What is known when the last sample has come. */
type Closing = { report: string; gaveUp: boolean }

/**
 * The samples as they come. The child lives as long as somebody reads: Node throws away the output of
 * one that has ended before its first reader came.
 */
async function* decodedPieces(
  folder: PrivateFolder,
  ffmpeg: ConfinedFfmpeg,
  request: Decoding,
  closing: Closing,
): AsyncGenerator<Int16Array> {
  const { maxDurationMs, signal } = request
  signal?.throwIfAborted()
  const timeoutMs = request.timeoutMs ?? Math.max(leastTimeMs, maxDurationMs / 10)
  const child = start(folder, ffmpeg, maxDurationMs, timeoutMs)
  const ended = outcomeOf(child)
  const report = readReport(child.stderr)
  let timedOut = false
  const clock = setTimeout(() => {
    timedOut = true
    child.kill('SIGKILL')
  }, timeoutMs)
  const stop = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', stop, { once: true })
  try {
    for await (const piece of samplesOf(child.stdout)) {
      // One start does for probing and decoding: nothing is written before the input is found plausible.
      if (closing.report === '' && !(await isWorthDecoding(report, closing))) return
      yield piece
    }
    const outcome = await ended
    // Asked before the end is told, so that no part passes for a whole.
    signal?.throwIfAborted()
    if (timedOut) throw failure('decoder-timeout', `ffmpeg took longer than ${timeoutMs} ms`)
    if (outcome !== 'done' && outcome !== 'gave-up') throw outcome
    closing.report = report.text()
    if (layerFailed.test(closing.report)) throw failure('decoder-crashed', 'ffmpeg was not started')
    closing.gaveUp = outcome === 'gave-up'
  } finally {
    clearTimeout(clock)
    signal?.removeEventListener('abort', stop)
    child.kill('SIGKILL')
    await ended
  }
}

/**
 * By what ffmpeg says of its input. Not by the length that the file claims: of a recording that was cut
 * short, or whose recorder lost its power, that is not true.
 */
async function isWorthDecoding(report: Report, closing: Closing): Promise<boolean> {
  await report.input
  closing.report = report.text()
  return isPlausible(describeInput(closing.report))
}

function start(
  folder: PrivateFolder,
  { path, layers }: ConfinedFfmpeg,
  maxDurationMs: number,
  timeoutMs: number,
): ChildProcessByStdio<null, Readable, Readable> {
  const [program = path, ...rest] = confine(
    layers,
    [path, ...commandLine({ inputPath: recordingName, maxDurationMs })],
    { userId: folder.userId, cpuSeconds: Math.ceil(timeoutMs / 1000) },
  )
  const child = spawn(program, rest, {
    cwd: folder.path,
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  lowerPriority(child.pid)
  return child
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
  { report, gaveUp }: Closing,
  container: string,
  { version }: Ffmpeg,
): DecodedAudio {
  const { codec, sampleRateHz, channels, declaredMs }: InputDescription = describeInput(report)
  const endsEarly = declaredMs !== null && durationMs < declaredMs - missingMs
  const hasHole = report.includes(partUnreadable)
  return {
    facts: {
      container,
      codec,
      durationMs,
      sampleRateHz: sampleRateHz ?? outputRateHz,
      channels,
      narrowband: sampleRateHz !== null && sampleRateHz <= 8000,
      possiblyTruncated: gaveUp || endsEarly || hasHole,
      silent,
      decoder: `ffmpeg ${version}`,
    },
    peaks,
  }
}

/** Decoding is never urgent; the person typing beside it is. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 10)
  } catch {
    // It has ended already.
  }
}
