/** Sound as a codec gives it, all channels of the same length, between -1 and 1. */
export type DecodedBlock = {
  readonly channels: readonly Float32Array[]
  readonly sampleRateHz: number
  /** Something in the file could not be decoded. */
  readonly damaged: boolean
}

/** What is known of the recording when its end has been decoded. */
export type StreamFacts = {
  readonly codec: string
  /** As recorded, not as decoded. */
  readonly channels: number
  /** Samples of each channel that the file claims to hold. Null where it claims nothing. */
  readonly declaredSamples: number | null
  /** The file says itself that its end is missing. */
  readonly endMissing: boolean
}

/** A decoder for the bytes of one file, in order, in pieces of any length. */
export type StreamDecoder = {
  readonly feed: (bytes: Uint8Array) => Promise<DecodedBlock>
  readonly finish: () => Promise<DecodedBlock>
  readonly facts: () => StreamFacts
}

/** Formats that are decoded without ffmpeg. */
export type WasmFormat = 'mp3' | 'flac' | 'ogg-opus'

export const nothing: DecodedBlock = { channels: [], sampleRateHz: 0, damaged: false }
