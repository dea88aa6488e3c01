import type { FileHandle } from 'node:fs/promises'

/** More chunks than any writer makes; a file may not send us round for ever. */
const mostChunks = 1000

export type WavChunk = {
  readonly name: string
  /** As declared: the file may end before. */
  readonly length: number
  /** Byte offset of the content. */
  readonly body: number
}

/** The chunks of a RIFF, RF64 or BW64 file in their order, as far as the file goes. */
export async function* wavChunks(file: FileHandle): AsyncGenerator<WavChunk> {
  const { size } = await file.stat()
  let at = 12
  for (let chunks = 0; chunks < mostChunks && at + 8 <= size; chunks += 1) {
    const head = await readAt(file, at, 8)
    if (head.length < 8) return
    const length = head.readUInt32LE(4)
    const body = at + 8
    yield { name: head.toString('latin1', 0, 4), length, body }
    at = await nextChunk(file, body + length)
  }
}

/** Chunks are padded with a zero to an even length. Some writers forget: then a name is there at once. */
async function nextChunk(file: FileHandle, end: number): Promise<number> {
  if (end % 2 === 0) return end
  const name = (await readAt(file, end, 4)).toString('latin1')
  return /^[\x20-\x7e]{4}$/.test(name) ? end : end + 1
}

/** The bytes from `at` on, fewer where the file ends. */
export async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, at)
  return buffer.subarray(0, bytesRead)
}
