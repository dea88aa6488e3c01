import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { lastRoundKey } from './aes-last-round-key.ts'
import type { DssEncryption } from './dss-header.ts'

type KnownEncryption = Exclude<DssEncryption, { readonly mode: 'unknown' }>

const windowStart = 6
const pieceBytes = 16
/** The block's own six bytes before it, and ten bytes after it, are never encrypted. */
const windowBytes = 31 * pieceBytes
const longestPasswordBytes = 16

/** Turns one 512-byte block into plain bytes, in place. */
export type BlockDecryption = (block: Uint8Array) => void

/** Null if the password is another one. One in 65,536 wrong ones passes: the check has 16 bits. */
export function createBlockDecryption(
  encryption: KnownEncryption,
  password: string,
): BlockDecryption | null {
  const { key, check } = deriveKey(encryption, password)
  if (check !== encryption.check) return null
  const pieces = pieceKeys(key).map((pieceKey) =>
    createDecipheriv(algorithm(pieceKey), pieceKey, null).setAutoPadding(false),
  )
  return (block) => transformWindow(block, (piece, n) => pieces[n]?.update(piece) ?? piece)
}

/** The other way round. For tests, which pack encrypted files. */
export function createBlockEncryption(
  encryption: Pick<KnownEncryption, 'mode' | 'salt'>,
  password: string,
): { readonly check: number; readonly encrypt: BlockDecryption } {
  const { key, check } = deriveKey(encryption, password)
  const pieces = pieceKeys(key).map((pieceKey) =>
    createCipheriv(algorithm(pieceKey), pieceKey, null).setAutoPadding(false),
  )
  return {
    check,
    encrypt: (block) => transformWindow(block, (piece, n) => pieces[n]?.update(piece) ?? piece),
  }
}

const algorithm = (key: Uint8Array) => (key.length === 16 ? 'aes-128-ecb' : 'aes-256-ecb')

function deriveKey({ mode, salt }: Pick<KnownEncryption, 'mode' | 'salt'>, password: string) {
  const mixed = Uint8Array.from(salt)
  // As bytes of one each: the recorders have no other letters.
  const typed = Buffer.from(password, 'latin1').subarray(0, longestPasswordBytes)
  for (const [n, byte] of typed.entries()) mixed[n] = (mixed[n] ?? 0) ^ byte
  const digest = createHash(mode === 'aes-128' ? 'sha1' : 'sha384')
    .update(mixed)
    .digest()
  const keyBytes = mode === 'aes-128' ? 16 : 32
  return { key: digest.subarray(0, keyBytes), check: digest.readUInt16LE(keyBytes) }
}

/**
 * Each piece of 16 bytes has its own key, made from the one before; each block starts again with the
 * first. So the 31 keys are the same for all blocks.
 */
function pieceKeys(first: Uint8Array): readonly Uint8Array[] {
  const keys = [first]
  for (let key = first; keys.length < windowBytes / pieceBytes; keys.push(key)) key = nextKey(key)
  return keys
}

function nextKey(key: Uint8Array): Uint8Array {
  const last = lastRoundKey(key)
  if (key.length === 16) return last
  const word = (n: number) => last.subarray(n * 4, n * 4 + 4)
  return Buffer.concat([last, word(1), word(0), word(3), word(2)])
}

function transformWindow(
  block: Uint8Array,
  transform: (piece: Uint8Array, n: number) => Uint8Array,
): void {
  const window = Buffer.from(block.buffer, block.byteOffset + windowStart, windowBytes)
  window.swap16()
  for (let n = 0; n < windowBytes / pieceBytes; n += 1) {
    const piece = window.subarray(n * pieceBytes, (n + 1) * pieceBytes)
    piece.set(transform(piece, n))
  }
  window.swap16()
}
