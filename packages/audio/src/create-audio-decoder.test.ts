import { mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAudioDecoder, probeRecording } from './create-audio-decoder.ts'
import { makeWav, toneSamples, type WavParts } from './testing/make-wav.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-audio-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const searchPath = process.env.PATH ?? ''
const builtInOnly = createAudioDecoder({ searchPath: '', maxDurationMs: 60_000 })

async function decode(bytes: Uint8Array, decoder = builtInOnly) {
  const inputPath = join(folder, 'input')
  const outputPath = join(folder, 'output.wav')
  await writeFile(inputPath, bytes)
  const decoded = await decoder.decode({ inputPath, outputPath })
  if ('undecodable' in decoded) return decoded
  const output = await readFile(outputPath)
  return { ...decoded, samples: new Int16Array(output.buffer.slice(output.byteOffset + 44)) }
}

async function decodedSamples(bytes: Uint8Array): Promise<readonly number[]> {
  const decoded = await decode(bytes)
  if ('undecodable' in decoded) throw new Error(decoded.undecodable)
  return [...decoded.samples]
}

const pcm16 = (samples: Int16Array, changes: Partial<WavParts> = {}) =>
  makeWav({
    tag: 1,
    bitsPerSample: 16,
    channels: 1,
    sampleRateHz: 16_000,
    data: Buffer.from(samples.buffer),
    ...changes,
  })

const tone = toneSamples(440, 16_000, 1600)

describe('WAV, by built-in code', () => {
  test('copies 16 kHz mono 16-bit samples exactly', async () => {
    const extremes = Int16Array.from([0, 1, -1, 32_767, -32_768, 12_345])
    expect(await decodedSamples(pcm16(extremes))).toEqual([...extremes])
  })

  test.each<[string, number, number, (sample: number, data: Buffer, at: number) => void]>([
    ['24-bit', 1, 24, (s, data, at) => data.writeIntLE(s * 256, at, 3)],
    ['32-bit', 1, 32, (s, data, at) => data.writeInt32LE(s * 65_536, at)],
    ['32-bit float', 3, 32, (s, data, at) => data.writeFloatLE(s / 32_768, at)],
    ['64-bit float', 3, 64, (s, data, at) => data.writeDoubleLE(s / 32_768, at)],
  ])('reads %s samples without losing a bit of 16', async (_name, tag, bitsPerSample, write) => {
    const data = Buffer.alloc((tone.length * bitsPerSample) / 8)
    for (const [n, sample] of tone.entries()) write(sample, data, (n * bitsPerSample) / 8)
    const wav = makeWav({ tag, bitsPerSample, channels: 1, sampleRateHz: 16_000, data })
    expect(await decodedSamples(wav)).toEqual([...tone])
  })

  test('reads 8-bit samples as unsigned', async () => {
    const data = Buffer.from([0, 128, 255])
    const wav = makeWav({ tag: 1, bitsPerSample: 8, channels: 1, sampleRateHz: 16_000, data })
    expect(await decodedSamples(wav)).toEqual([-32_768, 0, 32_512])
  })

  // Values of ITU-T G.711 tables 2a and 1a, scaled to 16 bits.
  test.each([
    ['mu-law', 7, [0x00, 0x80, 0xff, 0x7f, 0x0f, 0x8f], [-32_124, 32_124, 0, 0, -16_764, 16_764]],
    ['A-law', 6, [0xd5, 0x55, 0xaa, 0x2a, 0x80, 0x00], [8, -8, 32_256, -32_256, 5504, -5504]],
  ])('expands %s as G.711 says', async (_name, tag, bytes, samples) => {
    const data = Buffer.from(bytes)
    const wav = makeWav({ tag, bitsPerSample: 8, channels: 1, sampleRateHz: 16_000, data })
    expect(await decodedSamples(wav)).toEqual(samples)
  })

  test('mixes stereo to the mean of both channels', async () => {
    const wav = pcm16(Int16Array.from([1000, 3000, -500, 500]), { channels: 2 })
    expect(await decodedSamples(wav)).toEqual([2000, 0])
  })

  test('marks telephone recordings as narrowband and doubles their rate', async () => {
    const decoded = await decode(pcm16(toneSamples(440, 8000, 800), { sampleRateHz: 8000 }))
    expect(decoded).toMatchObject({ facts: { narrowband: true, durationMs: 100 } })
  })

  test('steps over other chunks before the samples', async () => {
    const list = Buffer.concat([Buffer.from('LIST\x05\0\0\0', 'latin1'), Buffer.alloc(6)])
    expect(await decodedSamples(pcm16(tone, { extraChunk: list }))).toEqual([...tone])
  })

  test.each([
    ['a declared length of zero', 0],
    ['the length that streaming writers leave', 0xffffffff],
    ['a length beyond the file', 4_000_000_000],
  ])('keeps all there is under %s, and says so', async (_name, declaredDataLength) => {
    const decoded = await decode(pcm16(tone, { declaredDataLength }))
    expect(decoded).toMatchObject({ facts: { possiblyTruncated: true } })
    expect('samples' in decoded && [...decoded.samples]).toEqual([...tone])
  })

  test('calls a recording of nothing silent, and draws the outline of a loud one', async () => {
    const silence = await decode(pcm16(new Int16Array(1600)))
    expect(silence).toMatchObject({ facts: { silent: true } })
    const loud = await decode(pcm16(tone))
    expect(loud).toMatchObject({ facts: { silent: false } })
    expect('peaks' in loud && Math.max(...loud.peaks)).toBeCloseTo(20_000 / 32_768, 2)
  })

  test('stops when it is told to', async () => {
    const inputPath = join(folder, 'aborted')
    await writeFile(inputPath, pcm16(tone))
    const request = { inputPath, outputPath: join(folder, 'o.wav') }
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(builtInOnly.decode({ ...request, signal })).rejects.toThrow('enough')
  })
})

test('a WAV longer than the limit is refused whole, not cut', async () => {
  const short = createAudioDecoder({ searchPath: '', maxDurationMs: 99 })
  expect(await decode(pcm16(tone), short)).toEqual({ undecodable: 'too-long' })
})

describe('what is not a recording', () => {
  test.each<[string, Uint8Array]>([
    ['an empty file', Buffer.alloc(0)],
    ['ten bytes', Buffer.from('0123456789')],
    ['text', Buffer.from('ffconcat version 1.0\nfile other.wav\n')],
    ['a playlist', Buffer.from('#EXTM3U\n#EXTINF:1,\nother.wav\n')],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['a WAV header without samples', pcm16(new Int16Array(0))],
    ['a WAV at 1 Hz', pcm16(tone, { sampleRateHz: 1 })],
    ['a WAV of 64 channels', pcm16(tone, { channels: 64 })],
    ['a WAV of 7-bit samples', pcm16(tone, { bitsPerSample: 7 })],
  ])('%s is not audio', async (_name, bytes) => {
    expect(await decode(bytes)).toEqual({ undecodable: 'not-audio' })
  })
})

test.each([
  ['Windows Media', Buffer.from('\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'latin1')],
  ['Ogg with Vorbis', Buffer.from(`${'OggS'.padEnd(28, '\0')}\x01vorbis`, 'latin1')],
  ['m4a', Buffer.from('\0\0\0\x20ftypM4A ', 'latin1')],
  [
    'WAV with GSM samples',
    makeWav({
      tag: 0x31,
      bitsPerSample: 0,
      channels: 1,
      sampleRateHz: 8000,
      data: Buffer.alloc(65),
    }),
  ],
])('without another decoder, %s waits for one', async (_name, bytes) => {
  expect(await decode(bytes)).toEqual({ undecodable: 'needs-decoder' })
})

test.each([
  ['an MP3 of nothing but its tag', Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1')],
  ['one MP3 header', Buffer.from([0xff, 0xfb, 0x90, 0x00])],
  ['the name of FLAC', Buffer.from('fLaC\0\0\0\x22', 'latin1')],
])('%s is not audio', async (_name, bytes) => {
  expect(await decode(bytes)).toEqual({ undecodable: 'not-audio' })
})

test('no WAV header, however wrong, crashes the decoder or makes it write more than four times the file', async () => {
  const honest = pcm16(tone)
  const wounds = fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(wounds, fc.nat(honest.length), async (changes, length) => {
      const bytes = Buffer.from(honest)
      for (const [at, value] of changes) bytes[at] = value
      const decoded = await decode(bytes.subarray(0, length))
      if ('undecodable' in decoded) return
      // 4 kHz 8-bit mono grows most: four times the samples, two bytes for one.
      expect(decoded.samples.length).toBeLessThanOrEqual(length * 4 + 4)
    }),
    { numRuns: Number(process.env.PLUME_FUZZ_CASES ?? 500) },
  )
}, 600_000)

test('a file that lies about four gigabytes costs neither time nor memory', async () => {
  const path = join(folder, 'sparse.wav')
  await writeFile(path, pcm16(tone, { declaredDataLength: 0xfffffff0 }))
  await truncate(path, 2 ** 32)
  const probed = await probeRecording(path)
  expect(probed).toMatchObject({ codec: 'pcm_s16le' })
  await rm(path)
})

const withFfmpeg = createAudioDecoder({ searchPath, maxDurationMs: 60_000 })
const hasFfmpeg = (await withFfmpeg.describe()).length > 1

describe.runIf(hasFfmpeg)('through ffmpeg', () => {
  test('decodes AIFF and says which decoder did', async () => {
    const decoded = await decode(aiffOf(tone), withFfmpeg)
    expect(decoded).toMatchObject({
      facts: {
        container: 'aiff',
        sampleRateHz: 16_000,
        decoder: expect.stringContaining('ffmpeg'),
      },
    })
    expect('samples' in decoded && [...decoded.samples]).toEqual([...tone])
  })

  test('calls a container without sound not audio', async () => {
    const broken = Buffer.concat([Buffer.from('OggS', 'latin1'), Buffer.alloc(200)])
    expect(await decode(broken, withFfmpeg)).toEqual({ undecodable: 'not-audio' })
  })

  test('refuses a recording longer than the limit instead of cutting it', async () => {
    const short = createAudioDecoder({ searchPath, maxDurationMs: 50 })
    expect(await decode(aiffOf(tone), short)).toEqual({ undecodable: 'too-long' })
  })
})
test.skipIf(hasFfmpeg)('SKIPPED without ffmpeg: decoding of other formats', () => {})

test('a configured ffmpeg that does not work is an error, not a reason to take another', async () => {
  const wrong = createAudioDecoder({
    searchPath,
    ffmpegPath: '/nowhere/ffmpeg',
    maxDurationMs: 60_000,
  })
  await expect(decode(aiffOf(tone), wrong)).rejects.toMatchObject({ code: 'invalid-configuration' })
})

test('probing tells format and length without decoding', async () => {
  const path = join(folder, 'probe.wav')
  await writeFile(path, pcm16(tone))
  expect(await probeRecording(path)).toMatchObject({ container: 'wav', durationMs: 100 })
  const handle = await open(path, 'r')
  await handle.close()
})

/** AIFF (Apple, 1989): big-endian chunks; the rate is an 80-bit float. */
function aiffOf(samples: Int16Array): Buffer {
  const comm = Buffer.alloc(26)
  comm.write('COMM', 0, 'latin1')
  comm.writeUInt32BE(18, 4)
  comm.writeUInt16BE(1, 8)
  comm.writeUInt32BE(samples.length, 10)
  comm.writeUInt16BE(16, 14)
  // 16000 = 1.953125 * 2^13: exponent 16383 + 13, mantissa 0xFA00 in the top bits.
  comm.writeUInt16BE(16_383 + 13, 16)
  comm.writeUInt16BE(0xfa00, 18)
  const data = Buffer.alloc(16 + samples.length * 2)
  data.write('SSND', 0, 'latin1')
  data.writeUInt32BE(8 + samples.length * 2, 4)
  for (const [n, sample] of samples.entries()) data.writeInt16BE(sample, 16 + n * 2)
  const form = Buffer.alloc(12)
  form.write('FORM', 0, 'latin1')
  form.writeUInt32BE(4 + comm.length + data.length, 4)
  form.write('AIFF', 8, 'latin1')
  return Buffer.concat([form, comm, data])
}
