import { createHash, randomUUID } from 'node:crypto'
import {
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  unlink,
} from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type BlobStore, Failure, type Refusal, refuse, type StoredBlob } from '@plume/records'
import type { Keyring } from './keyring.ts'
import {
  createSealing,
  longestHeader,
  openSealed,
  recordLength,
  sealedRecordLength,
  tagLength,
  type Unsealing,
} from './sealed-records.ts'

/** The header's length depends on the key id; the file keeps room for the longest, then the records. */
const recordsStart = longestHeader
/** An upload that takes longer than this has lost its process. */
const abandonedAfterMs = 24 * 3_600_000

/** Blobs as files named by the hash of their content, in folders by its first two digits. */
export function createDiskBlobStore(options: {
  readonly directory: string
  readonly keyring: Keyring
}): BlobStore {
  const { directory, keyring } = options
  const incoming = join(directory, 'incoming')
  const pathOf = (sha256: string) => join(directory, folderOf(sha256), sha256)
  const swept = sweepAbandoned(incoming)

  return {
    async put(bytes, { maxBytes }) {
      await swept
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      const draft = join(incoming, randomUUID())
      try {
        const stored = await writeSealed(draft, bytes, maxBytes, keyring)
        if ('refused' in stored) return stored
        const path = pathOf(stored.sha256)
        await publish(draft, path, join(directory, folderOf(stored.sha256)), () =>
          isWhole(path, keyring, stored.sha256),
        )
        return stored
      } catch (error) {
        throw isDiskFull(error)
          ? new Failure('blob-store-full', 'no space for the recording', {
              retryable: true,
              cause: error,
            })
          : error
      } finally {
        await rm(draft, { force: true })
      }
    },

    async open(sha256, range) {
      const file = await openBlob(pathOf(sha256), sha256)
      try {
        const content = await describe(file, keyring, sha256)
        const start = range?.start ?? 0
        const end = Math.min(range?.end ?? Number.POSITIVE_INFINITY, content.byteLength - 1)
        return Readable.from(readRange(file, content, sha256, start, end), { objectMode: false })
      } catch (error) {
        await file.close()
        throw error
      }
    },

    async stat(sha256) {
      const found = await stat(pathOf(sha256)).catch(() => null)
      return found ? { byteLength: plainLength(found.size) } : null
    },

    async delete(sha256) {
      await rm(pathOf(sha256), { force: true })
    },
  }
}

function folderOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('a blob is named by a hex SHA-256')
  return sha256.slice(0, 2)
}

/** Hashes, seals and writes in one pass, holding one record in memory. */
async function writeSealed(
  path: string,
  bytes: Readable,
  maxBytes: number,
  keyring: Keyring,
): Promise<StoredBlob | Refusal> {
  const hash = createHash('sha256')
  const sealing = createSealing()
  const file = await open(path, 'wx', 0o600)
  try {
    await file.write(Buffer.alloc(recordsStart))
    let byteLength = 0
    let pending = Buffer.alloc(0)
    for await (const chunk of bytes) {
      const piece = Buffer.from(chunk)
      byteLength += piece.length
      if (byteLength > maxBytes) return refuse('upload-too-large')
      hash.update(piece)
      pending = pending.length === 0 ? piece : Buffer.concat([pending, piece])
      // The last record must be known as such, so a full one waits until more has come.
      while (pending.length > recordLength) {
        await file.write(sealing.seal(pending.subarray(0, recordLength), false))
        pending = pending.subarray(recordLength)
      }
    }
    if (byteLength === 0) return refuse('empty-upload')
    await file.write(sealing.seal(pending, true))
    const sha256 = hash.digest('hex')
    await file.write(sealing.bindHeader(keyring, sha256), 0, undefined, 0)
    await file.sync()
    return { sha256, byteLength }
  } finally {
    await file.close()
  }
}

/**
 * After this the blob survives a power cut under its name. The first of two equal uploads stays, unless
 * it was damaged since: then the second heals it.
 */
async function publish(
  draft: string,
  path: string,
  folder: string,
  isPublishedWhole: () => Promise<boolean>,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const isNew = await link(draft, path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      return false
    },
  )
  if (isNew || (await isPublishedWhole())) await unlink(draft)
  else await rename(draft, path)
  for (const directory of [folder, join(folder, '..')]) {
    const handle = await open(directory, 'r')
    await handle.sync()
    await handle.close()
  }
}

/** Reads all of it: every record must open, and together they must be what the name says. */
async function isWhole(path: string, keyring: Keyring, sha256: string): Promise<boolean> {
  try {
    const file = await openBlob(path, sha256)
    const content = await describe(file, keyring, sha256).catch(async (error: unknown) => {
      await file.close()
      throw error
    })
    const hash = createHash('sha256')
    for await (const piece of readRange(file, content, sha256, 0, content.byteLength - 1)) {
      hash.update(piece)
    }
    return hash.digest('hex') === sha256
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

async function openBlob(path: string, sha256: string): Promise<FileHandle> {
  return open(path, 'r').catch((cause: unknown) => {
    throw new Failure('blob-missing', `blob ${sha256} is not on the disk`, {
      retryable: false,
      cause,
    })
  })
}

type Content = {
  readonly unsealing: Unsealing
  readonly byteLength: number
  readonly records: number
}

async function describe(file: FileHandle, keyring: Keyring, sha256: string): Promise<Content> {
  const { size } = await file.stat()
  const start = Buffer.alloc(Math.min(longestHeader, size))
  await file.read(start, 0, start.length, 0)
  try {
    const unsealing = openSealed(start, keyring, sha256)
    const byteLength = plainLength(size)
    if (byteLength < 1) throw new Error('too short')
    return { unsealing, byteLength, records: Math.ceil(byteLength / recordLength) }
  } catch (cause) {
    throw damaged(sha256, cause)
  }
}

/** Content length of a file of this size; also for the sizes that no whole file has. */
function plainLength(fileSize: number): number {
  const sealed = fileSize - recordsStart
  const records = Math.ceil(sealed / sealedRecordLength)
  return sealed - records * tagLength
}

async function* readRange(
  file: FileHandle,
  { unsealing, records }: Content,
  sha256: string,
  start: number,
  end: number,
): AsyncGenerator<Buffer> {
  try {
    const firstRecord = Math.floor(start / recordLength)
    const lastRecord = Math.floor(end / recordLength)
    for (let number = firstRecord; number <= lastRecord; number += 1) {
      const sealed = Buffer.alloc(sealedRecordLength)
      const at = recordsStart + number * sealedRecordLength
      const { bytesRead } = await file.read(sealed, 0, sealed.length, at)
      const plain = unsealOrFail(unsealing, sealed.subarray(0, bytesRead), number, records, sha256)
      const from = Math.max(0, start - number * recordLength)
      const to = Math.min(plain.length, end + 1 - number * recordLength)
      if (to > from) yield plain.subarray(from, to)
    }
  } finally {
    await file.close()
  }
}

function unsealOrFail(
  unsealing: Unsealing,
  sealed: Buffer,
  number: number,
  records: number,
  sha256: string,
): Buffer {
  try {
    return unsealing.unseal(sealed, number, number === records - 1)
  } catch (cause) {
    throw damaged(sha256, cause)
  }
}

function damaged(sha256: string, cause: unknown): Failure {
  return new Failure('blob-damaged', `blob ${sha256} was changed on the disk`, {
    retryable: false,
    cause,
  })
}

function isDiskFull(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  )
}

/** Uploads whose process was killed leave a draft that nobody will finish. */
async function sweepAbandoned(incoming: string): Promise<void> {
  const names = await readdir(incoming).catch(() => [])
  for (const name of names) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => null)
    if (found && Date.now() - found.mtimeMs > abandonedAfterMs) await rm(path, { force: true })
  }
}
