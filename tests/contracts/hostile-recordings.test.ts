import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createAudioDecoder } from '@plume/audio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWav } from '../support/a-wav.ts'

const searchPath = process.env.PATH ?? ''
const maxDurationMs = 60_000
const hasFfmpeg = (await createAudioDecoder({ searchPath, maxDurationMs }).describe()).length > 1

let folder: string
let tempDir: string
let outputPath: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-hostile-'))
  tempDir = join(folder, 'private')
  await mkdir(tempDir)
  outputPath = join(folder, 'output.wav')
  await writeFile(join(folder, 'noise.wav'), noise)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Eight seconds at 16 kHz: a header of 44 bytes, then noise. */
const noise = aWav(3, 8)

async function decode(bytes: Buffer | { readonly path: string }, limitMs = maxDurationMs) {
  const inputPath = Buffer.isBuffer(bytes) ? join(folder, 'upload') : bytes.path
  if (Buffer.isBuffer(bytes)) await writeFile(inputPath, bytes)
  const decoder = createAudioDecoder({ searchPath, maxDurationMs: limitMs, tempDir })
  const result = await decoder.decode({ inputPath, outputPath })
  expect(await readdir(tempDir)).toEqual([])
  return 'undecodable' in result ? result.undecodable : result.facts
}

/** Recordings of noise, as ffmpeg writes them. */
async function encoded(name: string, options: readonly string[], source = 'noise.wav') {
  const path = join(folder, name)
  const input = ['-nostdin', '-v', 'error', '-y', '-i', join(folder, source)]
  await promisify(execFile)('ffmpeg', [...input, ...options, path])
  return path
}

const bytesOf = (seed: string, count: number) =>
  Buffer.concat(
    Array.from({ length: Math.ceil(count / 32) }, (_, n) =>
      createHash('sha256').update(`${seed}${n}`).digest(),
    ),
  ).subarray(0, count)

const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
  bytesOf('a picture', 4000),
])

/** The noise under a header with other numbers in it, by their offsets in the file. */
function wavWith(numbers: Record<number, number>, length = noise.length): Buffer {
  const bytes = Buffer.from(noise.subarray(0, length))
  for (const [at, value] of Object.entries(numbers)) bytes.writeUInt32LE(value, Number(at))
  return bytes
}
const rateAt = 24
const dataLengthAt = 40

describe('what is no recording is not-audio', () => {
  test.each([
    ['nothing at all', Buffer.alloc(0)],
    ['ten bytes', bytesOf('ten', 10)],
    ['a picture named like a dictation', png],
    ['text', Buffer.from('Patient seen today. '.repeat(200))],
    ['noise of a disk', bytesOf('noise', 100_000)],
    [
      'a session description',
      Buffer.from('v=0\no=- 0 0 IN IP4 10.0.0.1\nm=audio 5004 RTP/AVP 0\n'),
    ],
    ['the header of a WAV, and no sample', wavWith({ [dataLengthAt]: 0 }, 44)],
    ['a WAV of one sample a second', wavWith({ [rateAt]: 1 })],
    ['a WAV of a megahertz', wavWith({ [rateAt]: 1_000_000 })],
  ])('%s', async (_name, bytes) => {
    expect(await decode(bytes)).toBe('not-audio')
  })

  test('a WAV of 64 channels', async () => {
    const bytes = Buffer.from(noise)
    bytes.writeUInt16LE(64, 22)
    bytes.writeUInt16LE(128, 32)
    expect(await decode(bytes)).toBe('not-audio')
  })
})

test('a WAV that declares four gigabytes and has eight seconds is kept, and flagged', async () => {
  expect(await decode(wavWith({ [dataLengthAt]: 0xffffffff }))).toMatchObject({
    durationMs: 8000,
    possiblyTruncated: true,
  })
})

test('four gigabytes that are no more than a hole in the disk are too long, at once', async () => {
  const path = join(folder, 'sparse.wav')
  const file = await open(path, 'w')
  await file.write(wavWith({ [dataLengthAt]: 0xffffff00 }, 44))
  await file.truncate(2 ** 32)
  await file.close()
  expect((await stat(path)).blocks * 512).toBeLessThan(65_536)
  expect(await decode({ path })).toBe('too-long')
})

describe.runIf(hasFfmpeg)('through ffmpeg', () => {
  describe('what was cut off is kept as far as it goes, and flagged', () => {
    test.each([
      ['wav', []],
      ['flac', []],
      ['mp3', ['-b:a', '64k']],
      ['ogg', ['-c:a', 'libvorbis']],
      ['wma', ['-c:a', 'wmav2']],
      ['aiff', []],
      ['webm', ['-c:a', 'libopus']],
    ])('%s', async (name, options) => {
      const path = await encoded(`whole.${name}`, options)
      const whole = await readFile(path)
      const facts = await decode(whole.subarray(0, Math.floor(whole.length * 0.6)))
      expect(facts).toMatchObject({ durationMs: expect.any(Number) })
      const { durationMs, possiblyTruncated } = facts as Exclude<typeof facts, string>
      expect(durationMs).toBeGreaterThan(2000)
      expect(durationMs).toBeLessThan(6500)
      // The page of an Ogg says how far it comes, nothing how far it should.
      if (name !== 'ogg') expect(possiblyTruncated).toBe(true)
    })
  })

  test('an M4A whose end did not come asks to be sent again', async () => {
    const path = await encoded('whole.m4a', ['-c:a', 'aac'])
    const whole = await readFile(path)
    expect(await decode({ path })).toMatchObject({ codec: 'aac' })
    expect(await decode(whole.subarray(0, whole.length / 2))).toBe('upload-incomplete')
  })

  test('an AIFF of one sample a second is not-audio, before it grows', async () => {
    const path = await encoded('slow.aiff', [])
    const bytes = await readFile(path)
    // The rate, an 80-bit float, follows the count of samples and their width. 0x3FFF 8000...: 1.0.
    const rate = bytes.indexOf('COMM') + 16
    Buffer.from('3fff8000000000000000', 'hex').copy(bytes, rate)
    expect(await decode(bytes)).toBe('not-audio')
  })

  test('minutes of silence in a few kilobytes are too long, not a full disk', async () => {
    const silence = ['-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono', '-t', '600']
    const path = join(folder, 'silence.flac')
    await promisify(execFile)('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...silence, path])
    expect((await stat(path)).size).toBeLessThan(200_000)
    expect(await decode({ path })).toBe('too-long')
  })

  test('a video gives its sound, its first track where there are two', async () => {
    const picture = ['-f', 'lavfi', '-i', 'testsrc=d=2:s=64x48']
    const other = ['-f', 'lavfi', '-i', 'sine=d=1']
    const maps = ['-map', '1:v', '-map', '0:a', '-map', '2:a', '-c:v', 'mpeg4', '-c:a', 'aac']
    const path = await encoded('video.mp4', [...picture, ...other, ...maps])
    expect(await decode({ path })).toMatchObject({ container: 'mp4', durationMs: 8000 })
  })

  test('a video without sound is not-audio', async () => {
    const picture = ['-f', 'lavfi', '-i', 'testsrc=d=1:s=64x48']
    const path = await encoded('mute.mp4', [...picture, '-map', '1:v', '-c:v', 'mpeg4'])
    expect(await decode({ path })).toBe('not-audio')
  })
})
test.skipIf(hasFfmpeg)('SKIPPED without ffmpeg: what is wrong in formats that it reads', () => {})
