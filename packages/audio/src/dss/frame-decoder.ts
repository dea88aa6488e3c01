export type DssCodec = 'ds2-qp' | 'ds2-qp7' | 'ds2-sp' | 'dss-sp' | 'grundig-sp'

/** Turns the frames of one codec into sound. It remembers: frames follow from those before them. */
export type FrameDecoder = {
  readonly codec: DssCodec
  /** The codec's own rate. */
  readonly sampleRateHz: number
  /** One whole frame, its bits in reading order: the first is the top bit of the first byte. */
  decode(frame: Uint8Array): Int16Array
  /** After a pause or a cut: forgets all frames so far. */
  reset(): void
  /** Samples that are still held back. */
  end?(): Int16Array
  /** Frames so far with a value that no encoder writes: a sign that frames were cut wrongly. */
  readonly damagedFrames: number
}
