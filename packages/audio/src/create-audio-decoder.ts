import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import {
  type AudioDecoder,
  type DecodedAudio,
  Failure,
  type RecordingFacts,
  type UndecodableReason,
} from '@plume/records'
import { readForeignMarks } from './container/read-foreign-marks.ts'
import { containerHeadLength, recogniseContainer } from './container/recognise-container.ts'
import { decodeDictaphone, probeDictaphone } from './dictaphone/decode-dictaphone.ts'
import { describeConfinement } from './ffmpeg/confinement.ts'
import { readyFfmpeg } from './ffmpeg/ready-ffmpeg.ts'
import { type ConfinedFfmpeg, runFfmpeg } from './ffmpeg/run-ffmpeg.ts'
import { refuseTooLong, TooLong } from './limit-length.ts'
import { decodeByWasm } from './wasm/decode-by-wasm.ts'
import type { WasmFormat } from './wasm/stream-decoder.ts'
import { decodeWav, factsOf, wavDurationMs } from './wav/decode-wav.ts'
import { readWavHeader } from './wav/read-wav-header.ts'
import { readWavMarks } from './wav/read-wav-marks.ts'
import type { WavFormat } from './wav/wav-format.ts'

export type AudioDecoderOptions = {
  /** An ffmpeg to use instead of the one on the PATH. */
  readonly ffmpegPath?: string
  /** Folders to look for ffmpeg in, as in PATH. Empty: built-in decoders only. */
  readonly searchPath: string
  readonly maxDurationMs: number
  /** Where ffmpeg gets a private folder for each recording. The system's own unless told. */
  readonly tempDir?: string
}

export type DescribedAudioDecoder = AudioDecoder & {
  /**
   * Which decoders this machine has, for the log and the health page. Throws `invalid-configuration`
   * where the configured ffmpeg does not work: ask at the start, not with the first dictation.
   */
  readonly describe: () => Promise<readonly string[]>
}

type Request = Parameters<AudioDecoder['decode']>[0]
type Decoded = DecodedAudio | { readonly undecodable: UndecodableReason }

/**
 * Built-in code reads WAV, DSS and DS2, WebAssembly MP3, FLAC and Opus; everything else goes to ffmpeg if
 * there is one, else it waits.
 */
export function createAudioDecoder(options: AudioDecoderOptions): DescribedAudioDecoder {
  const ffmpeg = onFirstUse(() => lookFor(options))

  async function decode(request: Request, file: FileHandle): Promise<Decoded> {
    const input = await examine(file)
    if ('undecodable' in input) return input
    switch (input.by) {
      case 'dictaphone': {
        const decoded = await decodeDictaphone(file, request.outputPath, {
          passwords: request.passwords ?? [],
          maxDurationMs: options.maxDurationMs,
          ...(request.signal ? { signal: request.signal } : {}),
        })
        // Long Play is G.723.1, which is not ours. ffmpeg knows it in the oldest of these containers.
        const isOthers = 'undecodable' in decoded && decoded.undecodable === 'needs-decoder'
        return isOthers ? decodeByFfmpeg(request, file, 'dss') : decoded
      }
      case 'built-in':
        return decodeByOurselves(request, file, input.format)
      case 'wasm':
        return decodeInside(request, file, input)
      case 'ffmpeg':
        return decodeByFfmpeg(request, file, input.container)
    }
  }

  /** What WebAssembly makes nothing of, ffmpeg may: it is more patient with what is not quite right. */
  async function decodeInside(
    request: Request,
    file: FileHandle,
    { container, format }: { readonly container: string; readonly format: WasmFormat },
  ): Promise<Decoded> {
    try {
      const decoded = await decodeByWasm({
        ...request,
        container,
        format,
        maxDurationMs: options.maxDurationMs,
      })
      if (decoded) return withForeignMarks(decoded, file, container)
    } catch (error) {
      if (!(error instanceof Failure) || !(await ffmpeg())) throw error
    }
    const decoded = await decodeByFfmpeg(request, file, container)
    const isWaiting = 'undecodable' in decoded && decoded.undecodable === 'needs-decoder'
    return isWaiting ? { undecodable: 'not-audio' } : decoded
  }

  async function decodeByOurselves(
    { outputPath, signal }: Request,
    file: FileHandle,
    format: WavFormat,
  ): Promise<Decoded> {
    refuseTooLong(wavDurationMs(format), options.maxDurationMs)
    const decoded = await decodeWav(file, format, outputPath, signal)
    if (!decoded) return { undecodable: 'not-audio' }
    const marks = await readWavMarks(file)
    return marks ? { ...decoded, facts: { ...decoded.facts, marks } } : decoded
  }

  async function decodeByFfmpeg(
    { inputPath, outputPath, signal }: Request,
    file: FileHandle,
    container: string,
  ): Promise<Decoded> {
    const tool = await ffmpeg()
    if (!tool) return { undecodable: 'needs-decoder' }
    const decoded = await runFfmpeg(tool, {
      inputPath,
      outputPath,
      container,
      maxDurationMs: options.maxDurationMs,
      tempDir: options.tempDir ?? tmpdir(),
      ...(signal ? { signal } : {}),
    })
    // A dictaphone's file is one, even where ffmpeg finds nothing in it.
    if ('undecodable' in decoded)
      return container === 'dss' ? { undecodable: 'needs-decoder' } : decoded
    return withForeignMarks(decoded, file, container)
  }

  return {
    async decode(request) {
      const file = await open(request.inputPath, 'r')
      try {
        return await decode(request, file)
      } catch (error) {
        if (error instanceof TooLong) return { undecodable: 'too-long' }
        throw error
      } finally {
        await file.close()
      }
    },
    async describe() {
      const tool = await ffmpeg()
      const builtIn = 'built-in WAV, DSS, DS2, MP3, FLAC and Opus'
      if (!tool) return [builtIn]
      return [builtIn, `ffmpeg ${tool.version} (${describeConfinement(tool.layers)})`]
    },
  }
}

/** What a recording says about itself, without decoding it. */
export async function probeRecording(
  path: string,
  passwords: readonly string[] = [],
): Promise<
  | Omit<RecordingFacts, 'silent'>
  | { readonly container: string; readonly undecodable: 'needs-decoder' }
  | { readonly undecodable: UndecodableReason }
> {
  const file = await open(path, 'r')
  try {
    const input = await examine(file)
    if ('undecodable' in input) return input
    if (input.by === 'dictaphone') return await probeDictaphone(file, passwords)
    if (input.by === 'ffmpeg' || input.by === 'wasm') {
      return { container: input.container, undecodable: 'needs-decoder' }
    }
    const marks = await readWavMarks(file)
    return {
      ...factsOf(input.format),
      durationMs: wavDurationMs(input.format),
      ...(marks ? { marks } : {}),
    }
  } finally {
    await file.close()
  }
}

async function withForeignMarks(
  decoded: DecodedAudio,
  file: FileHandle,
  container: string,
): Promise<DecodedAudio> {
  const marks = await readForeignMarks(file, container)
  return marks ? { ...decoded, facts: { ...decoded.facts, marks } } : decoded
}

function lookFor({
  ffmpegPath,
  searchPath,
  tempDir,
}: AudioDecoderOptions): Promise<ConfinedFfmpeg | null> {
  return readyFfmpeg({
    searchPath,
    tempDir: tempDir ?? tmpdir(),
    ...(ffmpegPath ? { configured: ffmpegPath } : {}),
  })
}

function onFirstUse<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | null = null
  return () => {
    found ??= find()
    return found
  }
}

type Examined =
  | {
      readonly by: 'built-in'
      readonly format: WavFormat
    }
  | { readonly by: 'dictaphone' }
  | { readonly by: 'wasm'; readonly container: string; readonly format: WasmFormat }
  | { readonly by: 'ffmpeg'; readonly container: string }
  | { readonly undecodable: UndecodableReason }

async function examine(file: FileHandle): Promise<Examined> {
  const head = Buffer.alloc(containerHeadLength)
  const { bytesRead } = await file.read(head, 0, head.length, 0)
  const container = recogniseContainer(head.subarray(0, bytesRead))
  switch (container.kind) {
    case 'wav': {
      const format = await readWavHeader(file)
      if (format === null) return { undecodable: 'not-audio' }
      return format === 'other-codec'
        ? { by: 'ffmpeg', container: 'wav' }
        : { by: 'built-in', format }
    }
    case 'dictaphone':
      return { by: 'dictaphone' }
    case 'foreign': {
      const format = wasmFormat(container.name, head)
      return format
        ? { by: 'wasm', container: container.name, format }
        : { by: 'ffmpeg', container: container.name }
    }
    case 'unknown':
      return { undecodable: 'not-audio' }
  }
}

/** Of the formats of Ogg only Opus is decoded here; its name stands in the first packet (RFC 7845, 5.1). */
function wasmFormat(container: string, head: Buffer): WasmFormat | null {
  if (container === 'mp3' || container === 'flac') return container
  return container === 'ogg' && head.includes('OpusHead') ? 'ogg-opus' : null
}
