import { open, rm } from 'node:fs/promises'
import { endianness } from 'node:os'
import { Failure } from '@plume/records'

export const outputRateHz = 16_000
const headerLength = 44

/** Writes mono 16-bit WAV as it comes, 16 kHz unless told. The sizes are filled in at the end. */
export async function createWavWriter(path: string) {
  const file = await open(path, 'w', 0o600).catch(failWriting)
  let samplesWritten = 0
  let finished = false
  await file.write(Buffer.alloc(headerLength)).catch(failWriting)

  async function writeLevels(levels: Int16Array): Promise<void> {
    if (levels.length === 0) return
    await file.write(littleEndian(levels)).catch(failWriting)
    samplesWritten += levels.length
  }

  return {
    /** Between -1 and 1. */
    write: (samples: Float32Array): Promise<void> => writeLevels(to16Bit(samples)),
    writeLevels,
    /** Returns how many samples there are. */
    async finish(rateHz = outputRateHz): Promise<number> {
      await file.write(header(samplesWritten * 2, rateHz), 0, headerLength, 0).catch(failWriting)
      await file.close().catch(failWriting)
      finished = true
      return samplesWritten
    },
    /** Half a recording must not be taken for a whole one: without `finish` the file goes. */
    async discard(): Promise<void> {
      if (finished) return
      await file.close().catch(() => {})
      await rm(path, { force: true })
    },
  }
}

function failWriting(cause: unknown): never {
  throw new Failure('decoder-crashed', 'the decoded sound could not be written', {
    retryable: true,
    cause,
  })
}

function to16Bit(samples: Float32Array): Int16Array {
  const levels = new Int16Array(samples.length)
  for (let index = 0; index < samples.length; index += 1) {
    const level = Math.round((samples[index] ?? 0) * 0x8000)
    levels[index] = Math.max(-0x8000, Math.min(0x7fff, level))
  }
  return levels
}

function littleEndian(levels: Int16Array): Buffer {
  const bytes = Buffer.from(levels.buffer, levels.byteOffset, levels.byteLength)
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap16()
}

function header(dataLength: number, rateHz: number): Buffer {
  const bytes = Buffer.alloc(headerLength)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(Math.min(0xffffffff, dataLength + headerLength - 8), 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rateHz, 24)
  bytes.writeUInt32LE(rateHz * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(Math.min(0xffffffff, dataLength), 40)
  return bytes
}
