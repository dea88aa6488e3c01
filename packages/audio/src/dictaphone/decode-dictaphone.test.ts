import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAudioDecoder, probeRecording } from '../create-audio-decoder.ts'
import { decodeNatively } from '../decode-natively.ts'
import { type PackedHeader, packDss } from '../dss/testing/pack-dss.ts'
import { randomFrames, seededRandom } from '../dss/testing/random-frames.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-dictaphone-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
afterEach(() => rm(outputPath(), { force: true }))

const inputPath = () => join(folder, 'recording')
const outputPath = () => join(folder, 'decoded.wav')
const decoder = createAudioDecoder({ searchPath: '', maxDurationMs: 60_000 })

/** A second of Quality Play has 62.5 frames. */
function qp(header: PackedHeader = {}, frames = 63): Uint8Array {
  return packDss(header, [{ mode: 6, frames: randomFrames(seededRandom(1), 6, frames) }])
}

async function decode(bytes: Uint8Array, passwords: readonly string[] = []) {
  await writeFile(inputPath(), bytes)
  return decoder.decode({ inputPath: inputPath(), outputPath: outputPath(), passwords })
}

async function expectNothingWritten(): Promise<void> {
  expect(await readdir(folder)).toEqual(['recording'])
}

describe('a DS2 recording', () => {
  test('is decoded to 16 kHz, with what the recorder wrote', async () => {
    const header = {
      author: 'DRSMITH',
      fileNumber: 12,
      startedAt: '260131093000',
      comment: 'Ward 4',
    }
    const decoded = await decode(qp({ ...header, lengthMs: 1008, length: '000001' }))
    expect(decoded).toMatchObject({
      facts: {
        container: 'ds2',
        codec: 'ds2-qp',
        durationMs: 1008,
        sampleRateHz: 16_000,
        possiblyTruncated: false,
        damage: 0,
        marks: {
          authorId: 'DRSMITH',
          fileNumber: 12,
          startedAt: '2026-01-31T09:30:00',
          comment: 'Ward 4',
          encryption: null,
        },
      },
    })
    expect((await stat(outputPath())).size).toBe(44 + 1008 * 32)
  })

  test('of a recorder that was told no author has none', async () => {
    const decoded = await decode(qp({ author: 'DS2300' }))
    expect(decoded).toMatchObject({ facts: { marks: { authorId: null, device: 'DS2300' } } })
  })

  test('says what it is without being written out', async () => {
    await writeFile(inputPath(), qp({ fileNumber: 7 }))
    expect(await probeRecording(inputPath())).toMatchObject({
      codec: 'ds2-qp',
      durationMs: 1008,
      marks: { fileNumber: 7 },
    })
    await expectNothingWritten()
  })

  test('whose end is missing is kept as far as it goes, and says so', async () => {
    const whole = qp({ length: '000010', lengthMs: 10_000 }, 625)
    const decoded = await decode(whole.subarray(0, whole.length / 2))
    expect(decoded).toMatchObject({ facts: { possiblyTruncated: true } })
  })

  test('longer than the site allows is refused whole', async () => {
    const short = createAudioDecoder({ searchPath: '', maxDurationMs: 1000 })
    await writeFile(inputPath(), qp())
    const refused = await short.decode({ inputPath: inputPath(), outputPath: outputPath() })
    expect(refused).toEqual({ undecodable: 'too-long' })
    await expectNothingWritten()
  })

  test('is not finished after its signal says stop', async () => {
    await writeFile(inputPath(), qp())
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(
      decoder.decode({ inputPath: inputPath(), outputPath: outputPath(), signal }),
    ).rejects.toThrow('enough')
    await expectNothingWritten()
  })

  test('gives its codec’s own samples where those are asked for', async () => {
    await writeFile(inputPath(), qp())
    const native = await decodeNatively(inputPath(), outputPath(), { passwords: [] })
    expect(native).toEqual({ sampleRateHz: 16_000, samples: 63 * 256 })
    await decoder.decode({ inputPath: inputPath(), outputPath: join(folder, 'usual.wav') })
    // The codec runs at 16 kHz already: nothing may change on the way.
    expect(await readFile(outputPath())).toEqual(await readFile(join(folder, 'usual.wav')))
    await rm(join(folder, 'usual.wav'))
  })
})

describe('an encrypted recording', () => {
  test.each(['aes-128', 'aes-256'] as const)(
    'in %s waits for its password, tells a wrong one, and opens with the right one of several',
    async (mode) => {
      const locked = qp({ encryption: { mode, password: '1234' } })
      expect(await decode(locked)).toEqual({ undecodable: 'needs-password' })
      expect(await decode(locked, ['4321'])).toEqual({ undecodable: 'needs-password' })
      const open = await decode(locked, ['4321', '1234'])
      expect(open).toMatchObject({ facts: { durationMs: 1008, marks: { encryption: mode } } })
      const sound = await readFile(outputPath())
      await decode(qp())
      expect(await readFile(outputPath())).toEqual(sound)
    },
  )
})

describe('what is no whole recording', () => {
  test.each([
    ['cut in the middle of its header', 'upload-incomplete', qp().subarray(0, 1024)],
    ['cut at the end of its header', 'upload-incomplete', qp().subarray(0, 1536)],
    ['that claims fifteen blocks of header in a kilobyte', 'upload-incomplete', header15()],
    ['of nothing but padding', 'upload-incomplete', padded()],
    ['of G.723.1', 'needs-decoder', longPlay()],
  ])('a file %s is %s', async (_name, undecodable, bytes) => {
    expect(await decode(bytes)).toEqual({ undecodable })
    await expectNothingWritten()
  })

  /** As found among the files of a real site. */
  function header15(): Uint8Array {
    const bytes = Buffer.from(qp().subarray(0, 1024))
    bytes[0] = 15
    return bytes
  }

  function padded(): Uint8Array {
    return Buffer.concat([qp().subarray(0, 1536), Buffer.alloc(2048, 0xff)])
  }

  function longPlay(): Uint8Array {
    const bytes = Buffer.from(qp({ magic: 'dss' }))
    for (let at = 1536; at < bytes.length; at += 512) bytes[at + 4] = 2
    return bytes
  }
})

describe('no file, however wrong', () => {
  const numRuns = Number(process.env.PLUME_FUZZ_CASES ?? 500)
  const timeout = 60_000 + numRuns * 50
  const rooms = /^(not-audio|upload-incomplete|needs-decoder|needs-password|silent|too-long)$/
  const files = [
    qp({}, 40),
    qp({ encryption: { mode: 'aes-128', password: '1234' } }, 40),
    packDss({}, [{ mode: 7, frames: randomFrames(seededRandom(2), 7, 60), thenPause: true }]),
  ]

  test(
    'is anything but decoded or in one of the rooms, or grows beyond what its frames may hold',
    async () => {
      const wound = fc.record({
        // Header and block heads matter more than what they hold.
        at: fc.oneof(
          fc.nat(0x400),
          fc.nat(12).map((n) => 1536 + n * 512 + (n % 6)),
          fc.nat(8000),
        ),
        to: fc.nat(255),
      })
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...files),
          fc.array(wound, { maxLength: 6 }),
          fc.option(fc.nat(8000)),
          async (file, wounds, end) => {
            const bytes = Buffer.from(file).subarray(0, end ?? file.length)
            for (const { at, to } of wounds) if (at < bytes.length) bytes[at] = to
            const decoded = await decode(bytes, ['1234'])
            if ('undecodable' in decoded) expect(decoded.undecodable).toMatch(rooms)
            // The shortest frame of QP7 has 12 bytes and gives 512 of sound.
            else expect((await stat(outputPath())).size).toBeLessThan(bytes.length * 45 + 1000)
          },
        ),
        { numRuns },
      )
    },
    timeout,
  )

  test('is lost at any border of its blocks', async () => {
    for (const file of files) {
      for (let end = 0; end <= file.length; end += 512) {
        const decoded = await decode(file.subarray(0, end), ['1234'])
        if ('undecodable' in decoded) expect(decoded.undecodable).toMatch(rooms)
      }
    }
  })
})
