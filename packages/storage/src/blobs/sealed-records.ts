import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { type Keyring, unwrapKey, wrapKey, wrappedKeyLength } from './keyring.ts'

/**
 * The sealed form of a blob, in the manner of the STREAM construction (Hoang, Reyhanitabar, Rogaway,
 * Vizár, CRYPTO 2015): a header, then records of 64 KiB, each AES-256-GCM with a 16-byte tag.
 *
 *     header = magic (8) ‖ length of key id (1) ‖ key id ‖ wrapped key (60) ‖ nonce prefix (7)
 *     nonce  = prefix (7) ‖ record number (4, big-endian) ‖ 1 for the last record, else 0 (1)
 *
 * Records cannot be reordered, exchanged between blobs, dropped or cut off unseen, and any one can be
 * read without those before it.
 */
export const recordLength = 64 * 1024
export const tagLength = 16
export const sealedRecordLength = recordLength + tagLength
const magic = Buffer.from('PLUMEB01', 'latin1')
const prefixLength = 7
const longestKeyId = 32
export const longestHeader = magic.length + 1 + longestKeyId + wrappedKeyLength + prefixLength

/** A fresh key for one blob, whose id is only known once all of it was seen: see `bindHeader`. */
export function createSealing(): {
  /** Seals the next record; the last one, short or full, must say so. */
  seal(plain: Buffer, isLast: boolean): Buffer
  bindHeader(keyring: Keyring, blobId: string): Buffer
} {
  const key = randomBytes(32)
  const prefix = randomBytes(prefixLength)
  let number = 0
  return {
    seal(plain, isLast) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, number, isLast))
      number += 1
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    bindHeader(keyring, blobId) {
      const kid = keyring.current
      const keyEncryptionKey = keyring.keys.get(kid)
      if (!keyEncryptionKey) throw new TypeError('the keyring lacks its current key')
      return Buffer.concat([
        magic,
        Buffer.from([kid.length]),
        Buffer.from(kid, 'latin1'),
        wrapKey(key, keyEncryptionKey, `${blobId}:${kid}`),
        prefix,
      ])
    },
  }
}

export type Unsealing = {
  readonly headerLength: number
  /** Throws when the record was changed or is not the one of this number. */
  unseal(sealed: Buffer, number: number, isLast: boolean): Buffer
}

/** Reads a header; throws when it was changed, belongs to another blob, or its key is unknown. */
export function openSealed(start: Buffer, keyring: Keyring, blobId: string): Unsealing {
  if (!start.subarray(0, magic.length).equals(magic)) throw new Error('not a sealed blob')
  const kidLength = start[magic.length] ?? 0
  const kidEnd = magic.length + 1 + kidLength
  const kid = start.toString('latin1', magic.length + 1, kidEnd)
  const keyEncryptionKey = keyring.keys.get(kid)
  if (!keyEncryptionKey) throw new Error('sealed with a key that the keyring lacks')
  const wrapped = start.subarray(kidEnd, kidEnd + wrappedKeyLength)
  const key = unwrapKey(wrapped, keyEncryptionKey, `${blobId}:${kid}`)
  const headerLength = kidEnd + wrappedKeyLength + prefixLength
  const prefix = start.subarray(kidEnd + wrappedKeyLength, headerLength)
  return {
    headerLength,
    unseal(sealed, number, isLast) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, number, isLast))
      decipher.setAuthTag(sealed.subarray(-tagLength))
      return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()])
    },
  }
}

function nonceOf(prefix: Buffer, number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  prefix.copy(nonce)
  nonce.writeUInt32BE(number, prefixLength)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}
