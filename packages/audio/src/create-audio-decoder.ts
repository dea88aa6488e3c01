import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import {
  type AudioDecoder,
  Failure,
  type RecordingFacts,
  type UndecodableReason,
} from '@plume/records'
import { containerHeadLength, recogniseContainer } from './container/recognise-container.ts'
import { decodeDictaphone, probeDictaphone } from './dictaphone/decode-dictaphone.ts'
import { type Ffmpeg, findFfmpeg } from './ffmpeg/find-ffmpeg.ts'
import { runFfmpeg } from './ffmpeg/run-ffmpeg.ts'
import { decodeWav, factsOf, wavDurationMs } from './wav/decode-wav.ts'
import { readWavHeader } from './wav/read-wav-header.ts'
import { readWavMarks } from './wav/read-wav-marks.ts'

export type AudioDecoderOptions = {
  /** An ffmpeg to use instead of the one on the PATH. */
  readonly ffmpegPath?: string
  /** Folders to look for ffmpeg in, as in PATH. Empty: built-in decoders only. */
  readonly searchPath: string
  readonly maxDurationMs: number
  /** Where ffmpeg gets a private folder for each recording. The system's own unless told. */
  readonly tempDir?: string
}

/** Built-in code reads WAV, DSS and DS2; everything else goes to ffmpeg if there is one, else it waits. */
export function createAudioDecoder(options: AudioDecoderOptions): AudioDecoder {
  const ffmpeg = lookFor(options)
  return {
    async decode({ inputPath, outputPath, passwords = [], signal }) {
      const file = await open(inputPath, 'r')
      try {
        const input = await examine(file)
        if ('undecodable' in input) return input
        if (input.by === 'dictaphone') {
          return await decodeDictaphone(file, outputPath, {
            passwords,
            maxDurationMs: options.maxDurationMs,
            ...(signal ? { signal } : {}),
          })
        }
        if (input.by === 'built-in') {
          refuseTooLong(wavDurationMs(input.format), options.maxDurationMs)
          const decoded = await decodeWav(file, input.format, outputPath, signal)
          if (!decoded) return { undecodable: 'not-audio' }
          const marks = await readWavMarks(file)
          return marks ? { ...decoded, facts: { ...decoded.facts, marks } } : decoded
        }
        const tool = await ffmpeg
        if (!tool) return { undecodable: 'needs-decoder' }
        const decoded = await runFfmpeg(tool, {
          inputPath,
          outputPath,
          container: input.container,
          maxDurationMs: options.maxDurationMs,
          tempDir: options.tempDir ?? tmpdir(),
          ...(signal ? { signal } : {}),
        })
        return decoded ?? { undecodable: 'not-audio' }
      } finally {
        await file.close()
      }
    },
  }
}

/** Reaching the limit never cuts a dictation: it waits, whole, for somebody to raise the limit. */
function refuseTooLong(durationMs: number, maxDurationMs: number): void {
  if (durationMs <= maxDurationMs) return
  throw new Failure('recording-too-long', `longer than ${maxDurationMs} ms`, { retryable: false })
}

/** Which decoders this machine has, for the health page. */
export async function describeDecoders(options: AudioDecoderOptions): Promise<readonly string[]> {
  const ffmpeg = await findFfmpegOf(options)
  return ['built-in WAV, DSS and DS2', ...(ffmpeg ? [`ffmpeg ${ffmpeg.version}`] : [])]
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
    if (input.by === 'ffmpeg') return { container: input.container, undecodable: 'needs-decoder' }
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

/** A wrong FFMPEG_PATH must stop the start, not the first dictation: ask for it then. */
function lookFor(options: AudioDecoderOptions): Promise<Ffmpeg | null> {
  const found = findFfmpegOf(options)
  // Handled by whoever decodes; without this an early failure would count as unhandled.
  found.catch(() => {})
  return found
}

function findFfmpegOf({ ffmpegPath, searchPath }: AudioDecoderOptions): Promise<Ffmpeg | null> {
  return findFfmpeg({
    searchPath,
    ...(ffmpegPath ? { configured: ffmpegPath } : {}),
  })
}

type Examined =
  | {
      readonly by: 'built-in'
      readonly format: Exclude<Awaited<ReturnType<typeof readWavHeader>>, string | null>
    }
  | { readonly by: 'dictaphone' }
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
    case 'foreign':
      return { by: 'ffmpeg', container: container.name }
    case 'unknown':
      return { undecodable: 'not-audio' }
  }
}
