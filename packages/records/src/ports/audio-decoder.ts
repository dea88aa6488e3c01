import type { RecordingFacts } from '../dictation/recording-facts.ts'

/** Why a recording could not be decoded, as a side room of the dictation. */
export type UndecodableReason =
  | 'not-audio'
  | 'upload-incomplete'
  | 'needs-decoder'
  | 'needs-password'
  | 'silent'
  | 'too-long'

export type DecodedAudio = {
  readonly facts: RecordingFacts
  /** Loudness outline for the player: peaks from 0 to 1, evenly spaced over the recording. */
  readonly peaks: readonly number[]
}

/**
 * Turns any recording into 16 kHz mono 16-bit PCM.
 *
 * Writes a WAV file to `outputPath`, streaming: memory does not grow with length. Throws a
 * `Failure` (`decoder-crashed`, `decoder-timeout`) where the decoder, not the recording, is at fault.
 */
export interface AudioDecoder {
  decode(request: {
    readonly inputPath: string
    readonly outputPath: string
    /** Tried on an encrypted recording, in this order. */
    readonly passwords?: readonly string[]
    readonly signal?: AbortSignal
  }): Promise<DecodedAudio | { readonly undecodable: UndecodableReason }>
}
