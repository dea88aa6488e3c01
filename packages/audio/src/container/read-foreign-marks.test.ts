import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readForeignMarks } from './read-foreign-marks.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-foreign-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function marksOf(bytes: Uint8Array, container: string) {
  const path = join(folder, 'a')
  await writeFile(path, bytes)
  const file = await open(path, 'r')
  try {
    return await readForeignMarks(file, container)
  } finally {
    await file.close()
  }
}

function frame(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(10)
  head.write(name, 0, 'latin1')
  head.writeUInt32BE(body.length, 4)
  return Buffer.concat([head, body])
}

function id3(...frames: readonly Buffer[]): Buffer {
  const body = Buffer.concat(frames)
  const seven = (shift: number) => (body.length >> shift) & 0x7f
  return Buffer.concat([
    Buffer.from('ID3\x03\0\0'),
    Buffer.from([seven(21), seven(14), seven(7), seven(0)]),
    body,
    Buffer.from([0xff, 0xfb, 0x90, 0x00]),
  ])
}

function olympus(): Buffer {
  const body = Buffer.alloc(0x210)
  body.write('DS-9500', 0x0c, 'latin1')
  body.writeUInt32LE(44, 0x1c)
  body.write('260131093000', 0x26, 'latin1')
  body.write('260131093112', 0x32, 'latin1')
  return body
}

test('an Olympus recorder’s MP3 says its number, start and end behind any other frame', async () => {
  const tag = id3(frame('TIT2', Buffer.from('\0Dictation')), frame('XOLY', olympus()))
  expect(await marksOf(tag, 'mp3')).toMatchObject({
    device: 'DS-9500',
    fileNumber: 44,
    startedAt: '2026-01-31T09:30:00',
    endedAt: '2026-01-31T09:31:12',
  })
})

test('another MP3 says nothing', async () => {
  expect(await marksOf(id3(frame('TIT2', Buffer.from('\0Song'))), 'mp3')).toBeNull()
  expect(await marksOf(Buffer.from([0xff, 0xfb, 0x90, 0x00]), 'mp3')).toBeNull()
})

function atom(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length, 0)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}

function m4a(created: Date | number): Buffer {
  const header = Buffer.alloc(100)
  const seconds = typeof created === 'number' ? created : created.getTime() / 1000 + 2_082_844_800
  header.writeUInt32BE(seconds, 4)
  const sound = atom('mdat', Buffer.alloc(500))
  return Buffer.concat([
    atom('ftyp', Buffer.from('M4A ')),
    sound,
    atom('moov', atom('mvhd', header)),
  ])
}

describe('a telephone’s M4A', () => {
  test('says in UTC when it was recorded, even where that stands at its end', async () => {
    const marks = await marksOf(m4a(new Date('2026-02-03T14:05:06Z')), 'mp4')
    expect(marks?.startedAt).toBe('2026-02-03T14:05:06Z')
  })

  test.each([0, 1000])('that left its clock at %i says nothing', async (seconds) => {
    expect(await marksOf(m4a(seconds), 'mp4')).toBeNull()
  })
})

test('no bytes, however wrong, are more than wrong', async () => {
  const whole = [m4a(new Date('2026-02-03T14:05:06Z')), id3(frame('XOLY', olympus()))]
  const wound = fc.record({ at: fc.nat(700), to: fc.nat(255) })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0, 1),
      fc.array(wound),
      fc.nat(700),
      async (n, wounds, end) => {
        const bytes = Buffer.from(whole[n] ?? []).subarray(0, end)
        for (const { at, to } of wounds) if (at < bytes.length) bytes[at] = to
        await marksOf(bytes, n === 0 ? 'mp4' : 'mp3')
      },
    ),
  )
})
