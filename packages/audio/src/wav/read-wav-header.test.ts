import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWav, type WavParts } from '../testing/make-wav.ts'
import { readWavHeader } from './read-wav-header.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-wav-header-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(bytes: Buffer, fileSize = bytes.length) {
  const path = join(folder, 'recording.wav')
  await writeFile(path, bytes)
  await truncate(path, fileSize)
  const file = await open(path, 'r')
  try {
    return await readWavHeader(file)
  } finally {
    await file.close()
  }
}

const wav = (changes: Partial<WavParts> = {}) =>
  makeWav({
    tag: 1,
    bitsPerSample: 16,
    channels: 1,
    sampleRateHz: 16_000,
    data: Buffer.alloc(200),
    ...changes,
  })

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

/** EBU Tech 3306: sizes of the file and of `data`, samples, entries of a table. */
function ds64(dataLength: bigint): Buffer {
  const body = Buffer.alloc(28)
  body.writeBigUInt64LE(dataLength, 8)
  return chunk('ds64', body)
}

describe('64-bit files', () => {
  test.each(['RF64', 'BW64'] as const)('%s tell the length in their ds64 chunk', async (id) => {
    const bytes = wav({ id, firstChunk: ds64(100n), declaredDataLength: 0xffffffff })
    expect(await read(bytes)).toMatchObject({ dataLength: 100, incomplete: false })
  })

  test('that claim an exabyte have what the file holds', async () => {
    const bytes = wav({ id: 'RF64', firstChunk: ds64(2n ** 60n), declaredDataLength: 0xffffffff })
    expect(await read(bytes)).toMatchObject({ dataLength: 200, incomplete: true })
  })

  test('past four gigabytes are read to their end', async () => {
    const bytes = wav({
      id: 'RF64',
      firstChunk: ds64(5_000_000_000n),
      declaredDataLength: 0xffffffff,
    })
    // Sparse: it takes no room on the disk.
    expect(await read(bytes, 5_000_001_000)).toMatchObject({ dataLength: 5_000_000_000 })
    await truncate(join(folder, 'recording.wav'), 0)
  })
})

test('WAVE_FORMAT_EXTENSIBLE names the encoding in its sub-format', async () => {
  const body = Buffer.alloc(40)
  body.writeUInt16LE(0xfffe, 0)
  body.writeUInt16LE(2, 2)
  body.writeUInt32LE(48_000, 4)
  body.writeUInt16LE(24, 14)
  body.writeUInt16LE(22, 16)
  // KSDATAFORMAT_SUBTYPE_PCM begins with the old tag.
  Buffer.from('0100000000001000800000aa00389b71', 'hex').copy(body, 24)
  const bytes = Buffer.concat([
    Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'),
    chunk('fmt ', body),
    chunk('data', Buffer.alloc(12)),
  ])
  expect(await read(bytes)).toMatchObject({
    encoding: 'pcm',
    bitsPerSample: 24,
    channels: 2,
    sampleRateHz: 48_000,
    dataLength: 12,
  })
})

describe('chunks of odd length', () => {
  const odd = chunk('LIST', Buffer.from('INFOx'))

  test('are stepped over with their padding', async () => {
    const padded = Buffer.concat([odd, Buffer.from([0])])
    expect(await read(wav({ extraChunk: padded }))).toMatchObject({ dataLength: 200 })
  })

  test('are stepped over where the writer forgot it', async () => {
    expect(await read(wav({ extraChunk: odd }))).toMatchObject({ dataLength: 200 })
  })
})

test('half a sample at the end is left out', async () => {
  const bytes = wav({ channels: 2, data: Buffer.alloc(203) })
  expect(await read(bytes)).toMatchObject({ dataLength: 200 })
})

test('broadcast metadata before the format does no harm', async () => {
  const bext = chunk('bext', Buffer.alloc(602))
  expect(await read(wav({ firstChunk: bext }))).toMatchObject({ dataLength: 200 })
})

test.each([
  ['GSM 6.10', 0x31],
  ['IMA ADPCM', 0x11],
  ['MP3', 0x55],
])('a WAV with %s inside needs another decoder', async (_name, tag) => {
  expect(await read(wav({ tag }))).toBe('other-codec')
})

test.each([
  ['ends within a chunk head', wav().subarray(0, 40)],
  ['has no format', Buffer.from('RIFF\0\0\0\0WAVEdata\x04\0\0\0abcd', 'latin1')],
  ['has a format of four bytes', Buffer.from('RIFF\0\0\0\0WAVEfmt \x04\0\0\0abcd', 'latin1')],
  [
    'has a chunk longer than any file',
    wav({ firstChunk: Buffer.from('junk\xff\xff\xff\xff', 'latin1') }),
  ],
  ['is 3 Hz slow', wav({ sampleRateHz: 3 })],
  ['has a million samples a second', wav({ sampleRateHz: 1_000_000 })],
  ['has no channel', wav({ channels: 0 })],
  ['has a thousand channels', wav({ channels: 1000 })],
])('a WAV that %s holds no audio', async (_name, bytes) => {
  expect(await read(bytes)).toBeNull()
})

test('ten thousand empty chunks are not followed to their end', async () => {
  const many = Buffer.concat(Array.from({ length: 10_000 }, () => chunk('junk', Buffer.alloc(0))))
  expect(await read(wav({ firstChunk: many }))).toBeNull()
})
