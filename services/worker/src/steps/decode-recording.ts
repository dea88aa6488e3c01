import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { joinRecordings } from '@plume/audio'
import {
  type AudioDecoder,
  type BlobStore,
  type DecodedAudio,
  type Dictation,
  type DictationStore,
  Failure,
  isRefusal,
  type RecordingPasswords,
  type UndecodableReason,
} from '@plume/records'

export type DecodedRecording = DecodedAudio & {
  /** 16 kHz mono 16-bit, in the job's own directory. */
  readonly wavPath: string
  /** Hashes of what it was made of, in order. */
  readonly recordings: readonly string[]
}

/** Fetches the recording, and what was appended to it, into the job's directory and decodes them. */
export async function decodeRecording(
  needs: {
    readonly blobs: BlobStore
    readonly decoder: AudioDecoder
    readonly passwords: Pick<RecordingPasswords, 'of'>
    readonly dictations: Pick<DictationStore, 'appended'>
  },
  request: {
    readonly dictation: Dictation
    readonly directory: string
    readonly signal: AbortSignal
  },
): Promise<DecodedRecording | { readonly undecodable: UndecodableReason }> {
  const { dictation, directory, signal } = request
  const passwords = await needs.passwords.of(dictation.authorId)
  const appended = await needs.dictations.appended(dictation.id)
  const recordings = [dictation, ...appended].map(({ sha256 }) => sha256)
  const parts: { readonly path: string; readonly decoded: DecodedAudio }[] = []
  for (const [index, sha256] of recordings.entries()) {
    // The uploader's file name is never used as a path.
    const inputPath = join(directory, `recording-${index}`)
    const path = join(directory, `decoded-${index}.wav`)
    const recording = await needs.blobs.open(sha256)
    await pipeline(recording, createWriteStream(inputPath, { mode: 0o600 }), { signal })
    const decoded = await needs.decoder.decode({ inputPath, outputPath: path, passwords, signal })
    if ('undecodable' in decoded) return decoded
    parts.push({ path, decoded })
  }
  const [first, ...more] = parts
  if (!first) throw new TypeError('a dictation without a recording')
  if (more.length === 0) return { ...first.decoded, wavPath: first.path, recordings }
  const wavPath = join(directory, 'joined.wav')
  return { ...(await joinRecordings([first, ...more], wavPath)), wavPath, recordings }
}

/** Bytes read at a time: an hour is a hundred reads, and other work on the machine waits less. */
const readAtOnce = 2 ** 20

/** Puts the decoded recording in the blob store, for the player. Returns its name there. */
export async function keepForPlayer(blobs: BlobStore, wavPath: string): Promise<string> {
  const sound = createReadStream(wavPath, { highWaterMark: readAtOnce })
  const playback = await blobs.put(sound, { maxBytes: Number.MAX_SAFE_INTEGER })
  if (isRefusal(playback)) {
    throw new Failure('decoder-crashed', 'the decoder wrote no audio', { retryable: true })
  }
  return playback.sha256
}
