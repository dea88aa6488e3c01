import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createAudioDecoder } from '@plume/audio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWav } from '../support/a-wav.ts'

const searchPath = process.env.PATH ?? ''
const decoder = createAudioDecoder({ searchPath, maxDurationMs: 60_000 })
const hasFfmpeg = (await decoder.describe()).length > 1

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-formats-'))
  await writeFile(join(folder, 'noise.wav'), aWav(5, 2))
  await writeFile(join(folder, 'raw.amr'), amr('#!AMR\n', [12, 13, 15, 17, 19, 20, 26, 31]))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ffmpeg = (...options: readonly string[]) =>
  promisify(execFile)('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...options])

/**
 * Two seconds of AMR (RFC 4867, section 5): a magic, then frames of 20 ms, each behind a byte with its
 * type. Any bits are a voice of sorts. Debian's ffmpeg has no encoder for it.
 */
function amr(magic: string, frameBytes: readonly number[]): Buffer {
  const frames = Array.from({ length: 100 }, (_, n) => {
    const type = n % frameBytes.length
    const frame = Buffer.alloc(1 + (frameBytes[type] ?? 0), (n * 37 + 11) % 256)
    frame[0] = (type << 3) | 0x04
    return frame
  })
  return Buffer.concat([Buffer.from(magic, 'latin1'), ...frames])
}

async function decode(path: string) {
  const result = await decoder.decode({ inputPath: path, outputPath: join(folder, 'decoded.wav') })
  return 'undecodable' in result ? result.undecodable : result.facts
}

/** What phones, computers and telephone systems record, how to make one, and what is said of it. */
const formats = [
  ['m4a with AAC', 'a.m4a', ['-c:a', 'aac'], 'mp4', 'aac', false],
  ['m4a with Apple Lossless', 'b.m4a', ['-c:a', 'alac'], 'mp4', 'alac', false],
  ['bare AAC', 'a.aac', ['-c:a', 'aac'], 'aac', 'aac', false],
  ['MP3', 'a.mp3', ['-b:a', '64k'], 'mp3', 'mp3', false],
  ['Ogg with Opus', 'a.opus', ['-c:a', 'libopus'], 'ogg', 'opus', false],
  ['Ogg with Vorbis', 'a.ogg', ['-c:a', 'libvorbis'], 'ogg', 'vorbis', false],
  ['Ogg with Speex', 'a.spx', ['-ar', '8000', '-c:a', 'libspeex'], 'ogg', 'speex', true],
  ['WebM with Opus', 'a.webm', ['-c:a', 'libopus'], 'webm', 'opus', false],
  ['FLAC', 'a.flac', [], 'flac', 'flac', false],
  ['Windows Media', 'a.wma', ['-c:a', 'wmav2'], 'asf', 'wmav2', false],
  ['3GP with AAC', 'a.3gp', ['-c:a', 'aac'], 'mp4', 'aac', false],
  ['GSM in WAV', 'gsm.wav', ['-ar', '8000', '-c:a', 'libgsm_ms'], 'wav', 'gsm_ms', true],
  [
    'IMA ADPCM in WAV',
    'ima.wav',
    ['-ar', '8000', '-c:a', 'adpcm_ima_wav'],
    'wav',
    'adpcm_ima_wav',
    true,
  ],
] as const

describe.runIf(hasFfmpeg)('every phone and desktop format', () => {
  test.each(formats)('%s', async (_name, file, options, container, codec, narrowband) => {
    const path = join(folder, file)
    await ffmpeg('-i', join(folder, 'noise.wav'), ...options, path)
    const facts = await decode(path)
    expect(facts).toMatchObject({ container, codec, narrowband, silent: false, channels: 1 })
    const { durationMs } = facts as Exclude<typeof facts, string>
    expect(Math.abs(durationMs - 2000)).toBeLessThanOrEqual(120)
  })

  test.each([
    ['AMR, narrow band', '#!AMR\n', [12, 13, 15, 17, 19, 20, 26, 31], 'amr_nb', true],
    ['AMR, wide band', '#!AMR-WB\n', [17, 23, 32, 36, 40, 46, 50, 58, 60], 'amr_wb', false],
  ] as const)('%s', async (_name, magic, frameBytes, codec, narrowband) => {
    const path = join(folder, 'voice.amr')
    await writeFile(path, amr(magic, frameBytes))
    expect(await decode(path)).toMatchObject({
      container: 'amr',
      codec,
      narrowband,
      durationMs: 2000,
    })
  })

  test('AMR in 3GP, as older telephones record', async () => {
    const path = join(folder, 'phone.3gp')
    await ffmpeg('-i', join(folder, 'raw.amr'), '-c:a', 'copy', path)
    expect(await decode(path)).toMatchObject({
      container: 'mp4',
      codec: 'amr_nb',
      narrowband: true,
    })
  })
})
test.skipIf(hasFfmpeg)('SKIPPED without ffmpeg: every phone and desktop format', () => {})
