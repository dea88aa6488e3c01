import { open } from 'node:fs/promises'
import type { BlobStore } from '@plume/records'

/** What Plume's decoders write: a header of this length, then 16 kHz, mono, 16 bits. */
const headerLength = 44
const bytesPerMs = 32

/**
 * Fetches a stretch of a decoded recording from the blob store, into a file in which it stands where it stands in
 * the whole recording. What is before it is a hole that takes no room on the disk.
 */
export async function fetchSound(
  blobs: Pick<BlobStore, 'open' | 'stat'>,
  sha256: string,
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
  path: string,
): Promise<void> {
  const byteLength = (await blobs.stat(sha256))?.byteLength ?? 0
  const start = headerLength + Math.floor(startMs) * bytesPerMs
  const end = Math.min(byteLength, headerLength + Math.ceil(endMs) * bytesPerMs)
  const file = await open(path, 'wx', 0o600)
  try {
    await copy(await blobs.open(sha256, { start: 0, end: headerLength - 1 }), file, 0)
    if (end > start) await copy(await blobs.open(sha256, { start, end: end - 1 }), file, start)
    await file.truncate(Math.max(end, headerLength))
  } finally {
    await file.close()
  }
}

async function copy(
  from: AsyncIterable<Buffer>,
  file: Awaited<ReturnType<typeof open>>,
  position: number,
): Promise<void> {
  let at = position
  for await (const chunk of from) {
    await file.write(chunk, 0, chunk.length, at)
    at += chunk.length
  }
}
