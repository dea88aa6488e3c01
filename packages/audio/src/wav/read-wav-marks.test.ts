import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWav } from '../testing/make-wav.ts'
import { readWavMarks } from './read-wav-marks.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-marks-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

function info(texts: Readonly<Record<string, string>>): Buffer {
  const parts = Object.entries(texts).map(([name, text]) => chunk(name, Buffer.from(`${text}\0`)))
  return chunk('LIST', Buffer.concat([Buffer.from('INFO'), ...parts]))
}

async function marksOf(extraChunk: Buffer) {
  const wav = { tag: 1, bitsPerSample: 16, channels: 1, sampleRateHz: 16_000, extraChunk }
  const path = join(folder, 'a.wav')
  await writeFile(path, makeWav({ ...wav, data: Buffer.alloc(200) }))
  const file = await open(path, 'r')
  try {
    return await readWavMarks(file)
  } finally {
    await file.close()
  }
}

test('the broadcast extension says what, by what and when', async () => {
  const body = Buffer.alloc(602)
  body.write('Clinic, room 4', 0)
  body.write('SpeechMike', 256)
  body.write('2026-01-31', 320)
  body.write('09:30:05', 330)
  expect(await marksOf(chunk('bext', body))).toMatchObject({
    comment: 'Clinic, room 4',
    device: 'SpeechMike',
    startedAt: '2026-01-31T09:30:05',
    authorId: null,
  })
})

test('INFO says by whom, with what, and when', async () => {
  const chunks = info({ IART: 'Dr Émile', ISFT: 'Recorder 2', ICRD: '2026-02-03', ICMT: 'urgent' })
  expect(await marksOf(chunks)).toMatchObject({
    authorId: 'Dr Émile',
    device: 'Recorder 2',
    startedAt: '2026-02-03T00:00:00',
    comment: 'urgent',
  })
})

test('an Olympus recorder says its number, start and end, as in DSS', async () => {
  const body = Buffer.alloc(0x300)
  body.write('DS-9500', 0x0c, 'latin1')
  body.writeUInt32LE(17, 0x1c)
  body.write('260131093000', 0x26, 'latin1')
  body.write('260131093112', 0x32, 'latin1')
  body.write('000112', 0x3e, 'latin1')
  body.writeUInt32LE(72_400, 0x200)
  expect(await marksOf(chunk('olym', body))).toMatchObject({
    device: 'DS-9500',
    fileNumber: 17,
    startedAt: '2026-01-31T09:30:00',
    endedAt: '2026-01-31T09:31:12',
    declaredMs: 72_400,
  })
})

test('a WAV that says nothing has no marks', async () => {
  expect(await marksOf(Buffer.alloc(0))).toBeNull()
})

test.each(['2026-13-01', '2026-02-30', 'yesterday', ''])('%j is no day', async (day) => {
  expect(await marksOf(info({ ICMT: 'x', ICRD: day }))).toMatchObject({ startedAt: null })
})

test('no chunk, however wrong, is more than wrong', async () => {
  const name = fc.constantFrom('LIST', 'bext', 'olym')
  const bytes = fc.uint8Array({ maxLength: 700 })
  await fc.assert(
    fc.asyncProperty(name, bytes, fc.boolean(), async (chunkName, content, asInfo) => {
      const start = Buffer.from(asInfo ? 'INFO' : '')
      await marksOf(chunk(chunkName, Buffer.concat([start, content])))
    }),
  )
})
