import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  type AudioDecoder,
  type BlobStore,
  type DecodedAudio,
  type Dictation,
  Failure,
  isRefusal,
  type RecordingPasswords,
  type UndecodableReason,
} from '@plume/records'

export type DecodedRecording = DecodedAudio & {
  /** 16 kHz mono 16-bit, in the job's own directory. */
  readonly wavPath: string
}

/** Fetches the recording into the job's directory and decodes it. */
export async function decodeRecording(
  needs: {
    readonly blobs: BlobStore
    readonly decoder: AudioDecoder
    readonly passwords: Pick<RecordingPasswords, 'of'>
  },
  request: {
    readonly dictation: Dictation
    readonly directory: string
    readonly signal: AbortSignal
  },
): Promise<DecodedRecording | { readonly undecodable: UndecodableReason }> {
  const { dictation, directory, signal } = request
  // The uploader's file name is never used as a path.
  const inputPath = join(directory, 'recording')
  const wavPath = join(directory, 'decoded.wav')

  const recording = await needs.blobs.open(dictation.sha256)
  await pipeline(recording, createWriteStream(inputPath, { mode: 0o600 }), { signal })

  const passwords = await needs.passwords.of(dictation.authorId)
  const decoded = await needs.decoder.decode({ inputPath, outputPath: wavPath, passwords, signal })
  return 'undecodable' in decoded ? decoded : { ...decoded, wavPath }
}

/** Puts the decoded recording in the blob store, for the player. Returns its name there. */
export async function keepForPlayer(blobs: BlobStore, wavPath: string): Promise<string> {
  const playback = await blobs.put(createReadStream(wavPath), { maxBytes: Number.MAX_SAFE_INTEGER })
  if (isRefusal(playback)) {
    throw new Failure('decoder-crashed', 'the decoder wrote no audio', { retryable: true })
  }
  return playback.sha256
}
