export type WavParts = {
  readonly tag: number
  readonly bitsPerSample: number
  readonly channels: number
  readonly sampleRateHz: number
  readonly data: Buffer
  /** What the header says instead of the truth. */
  readonly declaredDataLength?: number
  /** Put between `fmt ` and `data`. */
  readonly extraChunk?: Buffer
  /** Put before `fmt `. */
  readonly firstChunk?: Buffer
  /** `RIFF` unless told. */
  readonly id?: 'RIFF' | 'RF64' | 'BW64'
}

/** Packs a WAV file byte by byte, honest or not. For tests. */
export function makeWav(parts: WavParts): Buffer {
  const { tag, bitsPerSample, channels, sampleRateHz, data } = parts
  const format = Buffer.alloc(24)
  format.write('fmt ', 0, 'latin1')
  format.writeUInt32LE(16, 4)
  format.writeUInt16LE(tag, 8)
  format.writeUInt16LE(channels, 10)
  format.writeUInt32LE(sampleRateHz, 12)
  format.writeUInt32LE((sampleRateHz * channels * bitsPerSample) / 8, 16)
  format.writeUInt16LE((channels * bitsPerSample) / 8, 20)
  format.writeUInt16LE(bitsPerSample, 22)
  const dataHead = Buffer.alloc(8)
  dataHead.write('data', 0, 'latin1')
  dataHead.writeUInt32LE(parts.declaredDataLength ?? data.length, 4)
  const { firstChunk = Buffer.alloc(0), extraChunk = Buffer.alloc(0) } = parts
  const chunks = Buffer.concat([firstChunk, format, extraChunk, dataHead, data])
  const riff = Buffer.alloc(12)
  riff.write(parts.id ?? 'RIFF', 0, 'latin1')
  riff.writeUInt32LE(chunks.length + 4, 4)
  riff.write('WAVE', 8, 'latin1')
  return Buffer.concat([riff, chunks])
}

/** A tone as 16-bit PCM samples. */
export function toneSamples(hz: number, sampleRateHz: number, count: number): Int16Array {
  return Int16Array.from({ length: count }, (_, n) =>
    Math.round(20_000 * Math.sin((2 * Math.PI * hz * n) / sampleRateHz)),
  )
}
