import type { Readable } from 'node:stream'
import type { Refusal } from '../refusal.ts'

export type StoredBlob = { readonly sha256: string; readonly byteLength: number }

/**
 * Bytes by the SHA-256 of their content, encrypted before they reach the disk.
 *
 * `put` resolves only once the bytes would survive a power cut. Reading throws a `Failure`:
 * `blob-missing`, or `blob-damaged` when the stored bytes were changed.
 */
export interface BlobStore {
  put(bytes: Readable, options: { readonly maxBytes: number }): Promise<StoredBlob | Refusal>
  /** The decrypted bytes from `start` to `end`, both included, as in HTTP ranges. */
  open(sha256: string, range?: { readonly start: number; readonly end: number }): Promise<Readable>
  /** Length of the decrypted content in bytes, or null if there is none. */
  stat(sha256: string): Promise<{ readonly byteLength: number } | null>
  delete(sha256: string): Promise<void>
}
