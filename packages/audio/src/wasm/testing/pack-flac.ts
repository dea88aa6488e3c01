/** Frames of one constant level: the shortest FLAC there is. */
export type ConstantFlac = {
  readonly frames: number
  readonly samplesPerFrame: number
  readonly sampleRateHz: number
  /** One for each channel, 16-bit. */
  readonly levels: readonly number[]
}

/** Packs FLAC byte by byte (RFC 9639, sections 8 and 9), without an encoder. For tests. */
export function packFlac(sound: ConstantFlac): Buffer {
  const frames = Array.from({ length: sound.frames }, (_, number) => packFrame(sound, number))
  return Buffer.concat([packStreamInfo(sound), ...frames])
}

function packStreamInfo({ frames, samplesPerFrame, sampleRateHz, levels }: ConstantFlac): Buffer {
  const info = Buffer.alloc(42)
  info.write('fLaC\x80\0\0\x22', 'latin1')
  info.writeUInt16BE(samplesPerFrame, 8)
  info.writeUInt16BE(samplesPerFrame, 10)
  info.writeUInt32BE(((sampleRateHz << 12) | ((levels.length - 1) << 9) | (15 << 4)) >>> 0, 18)
  info.writeUInt32BE(frames * samplesPerFrame, 22)
  return info
}

function packFrame({ samplesPerFrame, sampleRateHz, levels }: ConstantFlac, number: number) {
  const inTens = sampleRateHz > 0xffff
  const sizeAndRate = 0x70 | (inTens ? 14 : 13)
  const head = [0xff, 0xf8, sizeAndRate, ((levels.length - 1) << 4) | 8, ...frameNumber(number)]
  head.push(
    ...twoBytes(samplesPerFrame - 1),
    ...twoBytes(inTens ? sampleRateHz / 10 : sampleRateHz),
  )
  head.push(checksum(head, 8, 0x07))
  const frame = [...head, ...levels.flatMap((level) => [0, ...twoBytes(level & 0xffff)])]
  return Buffer.from([...frame, ...twoBytes(checksum(frame, 16, 0x8005))])
}

function twoBytes(value: number): readonly number[] {
  return [value >> 8, value & 255]
}

/** As UTF-8 writes characters. */
function frameNumber(number: number): Buffer {
  return Buffer.from(String.fromCodePoint(number))
}

function checksum(bytes: readonly number[], bits: 8 | 16, polynomial: number): number {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte << (bits - 8)
    for (let bit = 0; bit < 8; bit += 1) {
      sum = (sum << 1) ^ ((sum >> (bits - 1)) & 1 ? polynomial : 0)
      sum &= 2 ** bits - 1
    }
  }
  return sum
}
