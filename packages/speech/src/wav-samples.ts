import { type FileHandle, open } from 'node:fs/promises'

/** What every decoder of ours writes: 16 kHz, mono, 16 bits. */
export const samplesPerMs = 16
export const bytesPerMs = samplesPerMs * 2
const headerLength = 44

export type WavSamples = {
  readonly durationMs: number
  /** Bytes of little-endian samples, fewer where the recording ends. */
  readonly read: (startMs: number, endMs: number) => Promise<Buffer>
  readonly close: () => Promise<void>
}

/** Opens the sound that engines hear. What is no such file is a bug of whoever decoded it. */
export async function openWavSamples(path: string): Promise<WavSamples> {
  const file = await open(path, 'r')
  const { dataStart, dataLength } = await findData(file)
  return {
    durationMs: dataLength / bytesPerMs,
    async read(startMs, endMs) {
      const from = Math.min(dataLength, Math.round(startMs) * bytesPerMs)
      const to = Math.min(dataLength, Math.round(endMs) * bytesPerMs)
      const bytes = Buffer.alloc(Math.max(0, to - from))
      const { bytesRead } = await file.read(bytes, 0, bytes.length, dataStart + from)
      return bytes.subarray(0, bytesRead)
    },
    close: () => file.close(),
  }
}

/** Steps over chunks to the samples. */
async function findData(file: FileHandle): Promise<{ dataStart: number; dataLength: number }> {
  const { size } = await file.stat()
  let at = 12
  const head = Buffer.alloc(8)
  while (at + 8 <= size) {
    await file.read(head, 0, 8, at)
    const length = head.readUInt32LE(4)
    if (head.toString('latin1', 0, 4) === 'data') {
      return { dataStart: at + 8, dataLength: Math.min(length, size - at - 8) }
    }
    at += 8 + length + (length % 2)
  }
  throw new TypeError('the decoded sound is no WAV file')
}

/** A whole WAV file around samples. */
export function wavOf(samples: Buffer): Buffer {
  const header = Buffer.alloc(headerLength)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(headerLength - 8 + samples.length, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(samplesPerMs * 1000, 24)
  header.writeUInt32LE(bytesPerMs * 1000, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(samples.length, 40)
  return Buffer.concat([header, samples])
}
