import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TooLong } from '../limit-length.ts'
import { fakeProgram } from '../testing/fake-program.ts'
import { runFfmpeg } from './run-ffmpeg.ts'

let folder: string
let tempDir: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-run-ffmpeg-'))
  tempDir = join(folder, 'private')
  await mkdir(tempDir)
  await writeFile(join(folder, 'recording'), 'any bytes')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let programs = 0
const outputPath = () => join(folder, 'output.wav')
/** Half a second of zeros, as 32-bit floats. */
const halfSecond = 'head -c 16000 /dev/zero'

async function run(
  script: string,
  changes: { signal?: AbortSignal; timeoutMs?: number; maxDurationMs?: number } = {},
) {
  programs += 1
  const path = await fakeProgram(folder, `ffmpeg-${programs}`, script)
  return runFfmpeg(
    { path, version: '6.1', layers: [] },
    {
      inputPath: join(folder, 'recording'),
      outputPath: outputPath(),
      container: 'mp3',
      maxDurationMs: 60_000,
      tempDir,
      ...changes,
    },
  )
}

const factsOf = (decoded: Awaited<ReturnType<typeof run>>) =>
  'facts' in decoded ? decoded.facts : null

/** Neither the private folder nor half an output. */
async function expectNothingLeft() {
  expect(await readdir(tempDir)).toEqual([])
  expect(await readdir(folder)).not.toContain('output.wav')
}

const report = (duration: string) =>
  `echo '  Duration: ${duration}, start: 0.000000, bitrate: 64 kb/s' >&2
echo '  Stream #0:0: Audio: mp3, 44100 Hz, stereo, fltp, 64 kb/s' >&2`

describe('what ffmpeg decoded', () => {
  test('is written and described', async () => {
    const decoded = await run(`${report('00:00:00.50')}\n${halfSecond}`)
    expect(factsOf(decoded)).toEqual({
      container: 'mp3',
      codec: 'mp3',
      durationMs: 500,
      sampleRateHz: 44_100,
      channels: 2,
      narrowband: false,
      possiblyTruncated: false,
      silent: true,
      decoder: 'ffmpeg 6.1',
    })
    expect((await readFile(outputPath())).length).toBe(44 + 16_000)
    expect(await readdir(tempDir)).toEqual([])
    await rm(outputPath())
  })

  test.each([
    ['shorter than the file claims', `${report('00:10:00.00')}\n${halfSecond}`],
    ['given up before the end', `${report('00:00:00.50')}\n${halfSecond}\nexit 1`],
    [
      'unreadable in a part',
      `${report('00:00:00.50')}\n${halfSecond}\necho 'Error while decoding stream #0:0: Invalid data' >&2`,
    ],
  ])('is kept and called possibly truncated when it is %s', async (_name, script) => {
    expect(factsOf(await run(script))).toMatchObject({ durationMs: 500, possiblyTruncated: true })
    await rm(outputPath())
  })

  test('is not called truncated where the claimed length is only a guess', async () => {
    const guess = "echo '[mp3 @ 0x1] Estimating duration from bitrate, this may be inaccurate' >&2"
    const decoded = await run(`${guess}\n${report('00:10:00.00')}\n${halfSecond}`)
    expect(factsOf(decoded)?.possiblyTruncated).toBe(false)
    await rm(outputPath())
  })

  test.each([
    ['it refuses', 'exit 1'],
    ['it is content but finds no sample', 'exit 0'],
  ])('is no audio where %s', async (_name, script) => {
    expect(await run(script)).toEqual({ undecodable: 'not-audio' })
    await expectNothingLeft()
  })
})

describe('what cannot be a dictation', () => {
  const claims = (duration: string, stream: string) =>
    `echo '  Duration: ${duration}, start: 0.000000' >&2
echo '  Stream #0:0: Audio: pcm_s16be, ${stream}, s16' >&2
echo 'Output #0, s16le, to pipe:1' >&2
${halfSecond}
exec sleep 600`

  test.each(['1 Hz, mono', '3999 Hz, mono', '192001 Hz, mono', '48000 Hz, 9 channels'])(
    'is refused before its first sample is written: %s',
    async (stream) => {
      expect(await run(claims('00:00:10.00', stream))).toEqual({ undecodable: 'not-audio' })
      await expectNothingLeft()
    },
  )

  test('an MP4 whose index has not come is incomplete', async () => {
    const said = "echo '[mov,mp4 @ 0x5] moov atom not found' >&2; exit 1"
    expect(await run(said)).toEqual({ undecodable: 'upload-incomplete' })
    await expectNothingLeft()
  })
})

describe('a failure', () => {
  test('to confine ffmpeg says nothing of the recording', async () => {
    const said = "echo 'unshare: unshare failed: No space left on device' >&2; exit 1"
    await expect(run(said)).rejects.toMatchObject({ code: 'decoder-crashed', retryable: true })
    await expectNothingLeft()
  })

  test.each([
    ['crashes after a while', `${halfSecond}\nkill -SEGV $$`],
    ['is killed by the system', `${halfSecond}\nkill -KILL $$`],
    ['is interrupted by somebody', `${halfSecond}\nexit 255`],
    ['misses a library', 'exit 127'],
  ])('that %s does not pass for a short recording', async (_name, script) => {
    await expect(run(script)).rejects.toMatchObject({ code: 'decoder-crashed', retryable: true })
    await expectNothingLeft()
  })

  test('to be there at all is told as one', async () => {
    const request = {
      inputPath: join(folder, 'recording'),
      outputPath: outputPath(),
      container: 'mp3',
      maxDurationMs: 60_000,
      tempDir,
    }
    const gone = { path: join(folder, 'uninstalled'), version: '6.1', layers: [] }
    await expect(runFfmpeg(gone, request)).rejects.toMatchObject({ code: 'decoder-crashed' })
    await expectNothingLeft()
  })

  test('to end is ended by the clock', async () => {
    const hang = `${halfSecond}\nexec sleep 600`
    await expect(run(hang, { timeoutMs: 300 })).rejects.toMatchObject({
      code: 'decoder-timeout',
      retryable: true,
    })
    await expectNothingLeft()
  })
})

describe('being told to stop', () => {
  test('stops, with the reason that was given', async () => {
    const stop = new AbortController()
    const running = run(`${halfSecond}\nexec sleep 600`, { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('enough')), 100)
    await expect(running).rejects.toThrow('enough')
    await expectNothingLeft()
  })

  test('beforehand starts nothing', async () => {
    const marker = join(folder, 'started')
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(run(`touch '${marker}'`, { signal })).rejects.toThrow('enough')
    expect(await readdir(folder)).not.toContain('started')
  })
})

test('a recording longer than the limit is refused whole', async () => {
  await expect(run(halfSecond, { maxDurationMs: 499 })).rejects.toThrow(TooLong)
  await expectNothingLeft()
})

test('ffmpeg gets no environment, a private folder, and a file name of ours', async () => {
  const seen = join(folder, 'seen')
  await run(`{ env; pwd; echo "$@"; cat recording; ls; } > '${seen}'; exit 1`)
  const text = await readFile(seen, 'utf8')
  expect(text).not.toMatch(/HOME=|NODE|VITEST/)
  expect(text).toContain(`${tempDir}/plume-ffmpeg-`)
  expect(text).toMatch(/-i file:recording /)
  expect(text).toContain('any bytes')
  expect(text).toMatch(/-format_whitelist wav,/)
  expect(text).toMatch(/-protocol_whitelist file /)
})

test('no amount of complaints costs memory', async () => {
  const complains = 'yes "a complaint" | head -c 3000000 >&2'
  expect(await run(`${complains}\nexit 1`)).toEqual({ undecodable: 'not-audio' })
})
