import { open, rm } from 'node:fs/promises'
import { Failure } from '@plume/records'
import { bytesOf, type SoundPiece, toLevels } from '../sound-piece.ts'

export const outputRateHz = 16_000
const headerLength = 44

/** Writes mono 16-bit WAV as it comes, 16 kHz unless told. The sizes are filled in at the end. */
export async function createWavWriter(path: string) {
  const file = await open(path, 'w', 0o600).catch(failWriting)
  let samplesWritten = 0
  let finished = false
  await file.write(Buffer.alloc(headerLength)).catch(failWriting)

  async function write(piece: SoundPiece): Promise<void> {
    if (piece.length === 0) return
    await file.write(bytesOf(toLevels(piece))).catch(failWriting)
    samplesWritten += piece.length
  }

  return {
    write,
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
