/** How samples lie in a WAV file's `data` chunk. */
export type SampleEncoding = 'pcm' | 'float' | 'mu-law' | 'a-law'

export type WavFormat = {
  readonly encoding: SampleEncoding
  readonly bitsPerSample: number
  readonly channels: number
  readonly sampleRateHz: number
  /** Byte offset of the first sample. */
  readonly dataStart: number
  /** Bytes of whole sample frames that are really in the file. */
  readonly dataLength: number
  /** The header promises more than the file holds, or nothing at all: the recorder lost power. */
  readonly incomplete: boolean
}

/** Rates and channel counts of real recorders. Anything else is a lie that would cost memory. */
export const plausible = {
  sampleRateHz: { least: 4000, most: 192_000 },
  channels: { least: 1, most: 8 },
} as const

export function bytesPerFrame(format: Pick<WavFormat, 'bitsPerSample' | 'channels'>): number {
  return (format.bitsPerSample / 8) * format.channels
}
