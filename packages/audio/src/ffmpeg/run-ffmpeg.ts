import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { dirname } from 'node:path'
import { type DecodedAudio, Failure } from '@plume/records'
import { createLoudnessMeter } from '../loudness.ts'
import { durationMs } from '../wav/decode-wav.ts'
import { createWavWriter, outputRateHz } from '../wav/write-wav.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'

/** Containers of sound that ffmpeg may open; never playlists, which name other files. */
const allowedFormats =
  'wav,w64,aiff,mp3,mov,mp4,m4a,3gp,3g2,mj2,aac,ogg,flac,amr,asf,matroska,webm,caf,au'
const stderrBytesKept = 64 * 1024
const leastTimeMs = 60_000

type Decoding = {
  readonly inputPath: string
  readonly outputPath: string
  readonly container: string
  readonly maxDurationMs: number
  readonly signal?: AbortSignal
}

/**
 * Decodes through ffmpeg, which never sees a name or a byte of configuration from outside: argument
 * list instead of a shell, our own file name, an empty environment, and an end by the clock.
 * Null when ffmpeg finds no sound. Throws `decoder-timeout`, or `recording-too-long` rather than cut.
 */
export async function runFfmpeg(ffmpeg: Ffmpeg, request: Decoding): Promise<DecodedAudio | null> {
  const { outputPath, maxDurationMs, signal } = request
  const timeMs = Math.max(leastTimeMs, maxDurationMs / 10)
  const child = spawn(ffmpeg.path, commandLine(request), {
    cwd: dirname(outputPath),
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  lowerPriority(child.pid)
  let timedOut = false
  const clock = setTimeout(() => {
    timedOut = true
    child.kill('SIGKILL')
  }, timeMs)
  const abort = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', abort, { once: true })
  const exited = once(child, 'close')
  const stderr = boundedText(child.stderr)
  try {
    const sound = await writeSound(child.stdout, outputPath)
    const [code] = await exited
    signal?.throwIfAborted()
    if (timedOut) {
      throw new Failure('decoder-timeout', `ffmpeg took longer than ${timeMs} ms`, {
        retryable: true,
      })
    }
    if (sound.samples === 0) return null
    if (durationMs(sound.samples) > maxDurationMs) {
      throw new Failure('recording-too-long', `longer than ${maxDurationMs} ms`, {
        retryable: false,
      })
    }
    const facts = {
      container: request.container,
      ...describeInput(stderr()),
      durationMs: durationMs(sound.samples),
      silent: sound.silent,
      possiblyTruncated: code !== 0,
      decoder: `ffmpeg ${ffmpeg.version}`,
    }
    return { facts: { ...facts, narrowband: facts.sampleRateHz <= 8000 }, peaks: sound.peaks }
  } catch (error) {
    if (error instanceof Failure || signal?.aborted) throw error
    throw new Failure('decoder-crashed', 'ffmpeg could not be run', {
      retryable: true,
      cause: error,
    })
  } finally {
    clearTimeout(clock)
    signal?.removeEventListener('abort', abort)
    child.kill('SIGKILL')
  }
}

function commandLine({ inputPath, maxDurationMs }: Decoding): readonly string[] {
  // One second past the limit, to tell "just as long" from "longer".
  const seconds = Math.ceil(maxDurationMs / 1000) + 1
  return [
    ...['-nostdin', '-hide_banner', '-nostats', '-v', 'info', '-max_alloc', '268435456'],
    ...['-protocol_whitelist', 'file', '-format_whitelist', allowedFormats],
    ...['-max_streams', '16', '-probesize', '5000000', '-analyzeduration', '10000000'],
    ...['-i', `file:${inputPath}`, '-map', '0:a:0', '-vn', '-sn', '-dn', '-map_metadata', '-1'],
    ...['-t', String(seconds), '-fs', String(seconds * outputRateHz * 4)],
    ...['-ac', '1', '-ar', String(outputRateHz), '-c:a', 'pcm_f32le', '-f', 'f32le', 'pipe:1'],
  ]
}

async function writeSound(stdout: AsyncIterable<Buffer>, outputPath: string) {
  const meter = createLoudnessMeter()
  const writer = await createWavWriter(outputPath)
  try {
    let rest = Buffer.alloc(0)
    for await (const chunk of stdout) {
      const bytes = Buffer.concat([rest, chunk])
      const whole = bytes.length - (bytes.length % 4)
      const samples = Float32Array.from({ length: whole / 4 }, (_, i) => bytes.readFloatLE(i * 4))
      rest = bytes.subarray(whole)
      meter.measure(samples)
      await writer.write(samples)
    }
    return { samples: await writer.finish(), ...meter.finish() }
  } finally {
    await writer.close()
  }
}

/** The first line about a sound stream, for example `Audio: aac (LC), 44100 Hz, stereo, fltp`. */
function describeInput(stderr: string) {
  const [, codec = 'unknown', rate = '0', layout = ''] =
    /Stream #0:\S*.*?Audio: (\w+).*?, (\d+) Hz, ([^,\n]+)/.exec(stderr) ?? []
  const channels =
    layout === 'mono' ? 1 : layout === 'stereo' ? 2 : Number.parseInt(layout, 10) || 1
  return { codec, sampleRateHz: Number(rate) || outputRateHz, channels }
}

function boundedText(stream: NodeJS.ReadableStream): () => string {
  let text = ''
  stream.setEncoding('utf8').on('data', (more: string) => {
    if (text.length < stderrBytesKept) text += more
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
