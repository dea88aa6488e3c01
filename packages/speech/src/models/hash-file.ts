import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** A file's SHA-256, read in pieces: models are larger than memory should be spent on. */
export async function hashFile(
  path: string,
  options: {
    readonly signal?: AbortSignal | undefined
    readonly onProgress?: ((bytes: number) => void) | undefined
  } = {},
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  const pieces = createReadStream(path, { highWaterMark: 1024 * 1024 })
  for await (const piece of pieces as AsyncIterable<Buffer>) {
    options.signal?.throwIfAborted()
    hash.update(piece)
    bytes += piece.length
    options.onProgress?.(bytes)
  }
  return { bytes, sha256: hash.digest('hex') }
}
