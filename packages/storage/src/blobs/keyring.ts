import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '@plume/records'
import { z } from 'zod'

const keyringSchema = z.strictObject({
  current: z.string(),
  keys: z.record(z.string().regex(/^[A-Za-z0-9-]{1,32}$/), z.base64()),
})

/** Key-encryption keys by id. Each blob has a key of its own, wrapped by one of these. */
export type Keyring = {
  readonly current: string
  readonly keys: ReadonlyMap<string, Buffer>
}

/**
 * Reads the keyring, making one with a single random key on first use. The file is readable by its
 * owner only. Without it no recording can be read: back it up apart from the recordings.
 */
export async function loadKeyring(path: string): Promise<Keyring> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return createKeyring(path)
    throw error
  })
  const parsed = keyringSchema.safeParse(parseJson(text))
  const keys = new Map(
    Object.entries(parsed.data?.keys ?? {}).map(([kid, key]) => [kid, Buffer.from(key, 'base64')]),
  )
  const current = parsed.data?.current ?? ''
  if (!keys.has(current) || [...keys.values()].some((key) => key.length !== 32)) {
    throw new Failure('invalid-configuration', 'the keyring file is not a keyring', {
      retryable: false,
    })
  }
  return { current, keys }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Two services may start together: the link makes the first file the only one. */
async function createKeyring(path: string): Promise<string> {
  const kid = `k${new Date().toISOString().slice(0, 10)}`
  const text = JSON.stringify({ current: kid, keys: { [kid]: randomBytes(32).toString('base64') } })
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`
  const file = await open(draft, 'wx', 0o600)
  await file.writeFile(text)
  await file.sync()
  await file.close()
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
  return readFile(path, 'utf8')
}

/** Seals a short secret under the current key: `length of key id (1) ‖ key id ‖ nonce (12) ‖ text ‖ tag (16)`. */
export function sealSecret(keyring: Keyring, secret: string, boundTo: string): Buffer {
  const kid = keyring.current
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(keyring, kid), nonce)
  cipher.setAAD(Buffer.from(`${boundTo}:${kid}`))
  return Buffer.concat([
    Buffer.from([kid.length]),
    Buffer.from(kid, 'latin1'),
    nonce,
    cipher.update(secret, 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ])
}

/** Throws when it was changed, belongs elsewhere, or its key is gone. */
export function openSecret(keyring: Keyring, sealed: Buffer, boundTo: string): string {
  const kidEnd = 1 + (sealed[0] ?? 0)
  const kid = sealed.toString('latin1', 1, kidEnd)
  const nonce = sealed.subarray(kidEnd, kidEnd + 12)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keyring, kid), nonce)
    .setAAD(Buffer.from(`${boundTo}:${kid}`))
    .setAuthTag(sealed.subarray(-16))
  const text = decipher.update(sealed.subarray(kidEnd + 12, -16))
  return Buffer.concat([text, decipher.final()]).toString('utf8')
}

function keyOf(keyring: Keyring, kid: string): Buffer {
  const key = keyring.keys.get(kid)
  if (!key) throw new Error('sealed with a key that the keyring lacks')
  return key
}

/** `nonce (12) ‖ encrypted key (32) ‖ tag (16)`, bound to the blob and the key id. */
export const wrappedKeyLength = 60

export function wrapKey(key: Buffer, keyEncryptionKey: Buffer, boundTo: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyEncryptionKey, nonce).setAAD(Buffer.from(boundTo))
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
}

/** Throws when the wrapped key was changed, or belongs to another blob. */
export function unwrapKey(wrapped: Buffer, keyEncryptionKey: Buffer, boundTo: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyEncryptionKey, wrapped.subarray(0, 12))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(wrapped.subarray(44))
  return Buffer.concat([decipher.update(wrapped.subarray(12, 44)), decipher.final()])
}
