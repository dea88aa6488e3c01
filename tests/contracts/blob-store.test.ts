import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type BlobStore, isRefusal } from '@plume/records'
import { createDiskBlobStore, loadKeyring } from '@plume/storage'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** One sealed record holds this many bytes of content. */
const record = 64 * 1024

let folder: string
let store: BlobStore
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-blobs-'))
  store = await openStore()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function openStore(keyring = 'keyring.json'): Promise<BlobStore> {
  return createDiskBlobStore({
    directory: join(folder, 'blobs'),
    keyring: await loadKeyring(join(folder, keyring)),
  })
}

async function put(bytes: Buffer, maxBytes = 10_000_000): Promise<string> {
  const stored = await store.put(Readable.from([bytes]), { maxBytes })
  if (isRefusal(stored)) throw new Error(stored.refused)
  return stored.sha256
}

const read = async (sha256: string, range?: { start: number; end: number }) =>
  buffer(await store.open(sha256, range))

const fileOf = (sha256: string) => join(folder, 'blobs', sha256.slice(0, 2), sha256)

describe('a blob', () => {
  test('that was damaged is healed by sending it again', async () => {
    const bytes = randomBytes(2 * record + 5)
    const sha256 = await put(bytes)
    await truncate(fileOf(sha256), 5000)
    await expect(read(sha256)).rejects.toMatchObject({ code: 'blob-damaged' })
    await put(bytes)
    expect((await read(sha256)).equals(bytes)).toBe(true)
  })

  test.each([1, record - 1, record, record + 1, 3 * record, 3 * record + 7])(
    'of %i bytes comes back as it was, under the hash of its content',
    async (length) => {
      const bytes = randomBytes(length)
      const sha256 = await put(bytes)
      expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect((await read(sha256)).equals(bytes)).toBe(true)
      expect(await store.stat(sha256)).toEqual({ byteLength: length })
    },
  )

  test('gives any range, across the borders of its records', async () => {
    const bytes = randomBytes(2 * record + 100)
    const sha256 = await put(bytes)
    const place = fc.oneof(
      fc.nat(bytes.length - 1),
      fc.constantFrom(0, record - 1, record, record + 1, 2 * record, bytes.length - 1),
    )
    await fc.assert(
      fc.asyncProperty(place, place, async (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        expect((await read(sha256, { start, end })).equals(bytes.subarray(start, end + 1))).toBe(
          true,
        )
      }),
      { numRuns: 60 },
    )
  })

  test('is the same whatever pieces it came in', async () => {
    const bytes = randomBytes(record + 500)
    const pieces = [bytes.subarray(0, 3), bytes.subarray(3, record + 1), bytes.subarray(record + 1)]
    const stored = await store.put(Readable.from(pieces), { maxBytes: 1_000_000 })
    expect(stored).toMatchObject({ byteLength: bytes.length })
    expect('sha256' in stored && (await read(stored.sha256)).equals(bytes)).toBe(true)
  })

  test('that comes twice at the same moment is one file', async () => {
    const bytes = randomBytes(5000)
    const [one, two] = await Promise.all([put(bytes), put(bytes)])
    expect(one).toBe(two)
    expect((await read(one ?? '')).equals(bytes)).toBe(true)
  })

  test('is not readable on the disk', async () => {
    const sha256 = await put(Buffer.from('the patient is called Wilhelmina'.repeat(10)))
    expect((await readFile(fileOf(sha256))).includes('Wilhelmina')).toBe(false)
  })
})

describe('what is refused leaves nothing', () => {
  const drafts = () => readdir(join(folder, 'blobs', 'incoming'))

  test('nothing at all', async () => {
    expect(await store.put(Readable.from([]), { maxBytes: 10 })).toEqual({
      refused: 'empty-upload',
    })
    expect(await drafts()).toEqual([])
  })

  test('too much', async () => {
    const stored = await store.put(Readable.from([randomBytes(11)]), { maxBytes: 10 })
    expect(stored).toEqual({ refused: 'upload-too-large' })
    expect(await drafts()).toEqual([])
  })

  test('a stream that breaks', async () => {
    const broken = Readable.from(
      (async function* () {
        yield randomBytes(100_000)
        throw new Error('the line went dead')
      })(),
    )
    await expect(store.put(broken, { maxBytes: 1_000_000 })).rejects.toThrow('dead')
    expect(await drafts()).toEqual([])
  })
})

describe('a changed file is never taken for the recording', () => {
  const damaged = { code: 'blob-damaged' }

  test('whichever byte was changed', async () => {
    const sha256 = await put(randomBytes(record + 100))
    const original = await readFile(fileOf(sha256))
    // The header's unused room between the longest and the actual key id is not content.
    const sealed = 140
    for (const at of [0, 9, 40, sealed, 1000, original.length - 1]) {
      const changed = Buffer.from(original)
      changed[at] = (changed[at] ?? 0) ^ 1
      await writeFile(fileOf(sha256), changed)
      await expect(read(sha256)).rejects.toMatchObject(damaged)
    }
    await writeFile(fileOf(sha256), original)
    expect((await read(sha256)).length).toBe(record + 100)
  })

  test('cut off, even exactly between two records', async () => {
    const sha256 = await put(randomBytes(2 * record))
    const { length } = await readFile(fileOf(sha256))
    for (const less of [1, record + 16]) {
      await truncate(fileOf(sha256), length - less)
      await expect(read(sha256)).rejects.toMatchObject(damaged)
    }
  })

  test('another blob’s file under its name', async () => {
    const [one, two] = [await put(randomBytes(100)), await put(randomBytes(100))]
    await writeFile(fileOf(one), await readFile(fileOf(two)))
    await expect(read(one)).rejects.toMatchObject(damaged)
  })

  test('or one that is gone', async () => {
    const sha256 = await put(randomBytes(100))
    await store.delete(sha256)
    await expect(read(sha256)).rejects.toMatchObject({ code: 'blob-missing' })
    expect(await store.stat(sha256)).toBeNull()
  })

  test('without its key it stays closed', async () => {
    const sha256 = await put(randomBytes(100))
    const stranger = await openStore('other-keyring.json')
    await expect(stranger.open(sha256)).rejects.toMatchObject(damaged)
  })
})

test('the keyring is made once, for its owner only, and two starters agree on it', async () => {
  const path = join(folder, 'fresh.json')
  const [one, two] = await Promise.all([loadKeyring(path), loadKeyring(path)])
  expect([...one.keys]).toEqual([...two.keys])
  await writeFile(path, '{}')
  await expect(loadKeyring(path)).rejects.toMatchObject({ code: 'invalid-configuration' })
})
