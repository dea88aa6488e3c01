/** What the first frame of an MP3 says of the whole. */
export type MpegHead = {
  readonly channels: number
  /** Without what the encoder added before and after. Null where no encoder wrote it down. */
  readonly declaredSamples: number | null
}

/**
 * Reads the first frame's header (ISO 11172-3, 2.4.2.3) and the frame count that encoders leave in it
 * behind `Xing` or `Info`, with the samples of delay and padding that LAME adds.
 */
export function readMpegHead(bytes: Buffer): MpegHead {
  const at = firstFrame(bytes)
  if (at === null) return { channels: 1, declaredSamples: null }
  const isVersion1 = ((bytes[at + 1] ?? 0) & 0x18) === 0x18
  const isMono = (bytes[at + 3] ?? 0) >> 6 === 3
  const channels = isMono ? 1 : 2
  return { channels, declaredSamples: declaredSamples(bytes, at, isVersion1, isMono) }
}

function firstFrame(bytes: Buffer): number | null {
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
    const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08
    if (isLayer3 && third >> 4 !== 15 && (third & 0x0c) !== 0x0c) return at
  }
  return null
}

/** Bytes of side information, by version and channels, after which the encoder's own field stands. */
function sideBytes(isVersion1: boolean, isMono: boolean): number {
  if (isVersion1) return isMono ? 17 : 32
  return isMono ? 9 : 17
}

function declaredSamples(
  bytes: Buffer,
  frame: number,
  isVersion1: boolean,
  isMono: boolean,
): number | null {
  const at = frame + 4 + sideBytes(isVersion1, isMono)
  const name = bytes.toString('latin1', at, at + 4)
  if (name !== 'Xing' && name !== 'Info') return null
  if (at + 12 > bytes.length || ((bytes[at + 7] ?? 0) & 1) === 0) return null
  const samples = bytes.readUInt32BE(at + 8) * (isVersion1 ? 1152 : 576)
  return Math.max(0, samples - encoderDelay(bytes, at))
}

/** LAME: twelve bits each of delay and padding, 141 bytes behind the field's beginning. */
function encoderDelay(bytes: Buffer, at: number): number {
  const delays = at + 141
  if (!/^(LAME|Lavc|Lavf)/.test(bytes.toString('latin1', at + 120, at + 124))) return 0
  if (delays + 3 > bytes.length) return 0
  const both = bytes.readUIntBE(delays, 3)
  return (both >> 12) + (both & 0xfff)
}
