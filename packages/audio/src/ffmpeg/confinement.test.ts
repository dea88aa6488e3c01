import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fakeProgram } from '../testing/fake-program.ts'
import { confine, describeConfinement, type Layer, layersToTry } from './confinement.ts'
import { readyFfmpeg } from './ready-ffmpeg.ts'
import { runFfmpeg } from './run-ffmpeg.ts'

const isRoot = process.getuid?.() === 0
const bounds = { userId: 65_000, cpuSeconds: 5 }

/** The layers that work where the tests run. */
async function permittedHere(): Promise<readonly Layer[]> {
  const permitted: Layer[] = []
  for (const layer of layersToTry(isRoot)) {
    const [program = '', ...args] = confine([layer], ['true'], bounds)
    const works = await promisify(execFile)(program, args).then(
      () => true,
      () => false,
    )
    if (works) permitted.push(layer)
  }
  return permitted
}
const layers = await permittedHere()

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-confinement-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What a program sees that stands in ffmpeg's place, on a recording only its owner may read. */
async function seenFromInside(script: string): Promise<string> {
  const inputPath = join(folder, 'secret')
  const tempDir = join(folder, 'only-for-its-owner')
  await mkdir(tempDir, { recursive: true, mode: 0o700 })
  await writeFile(inputPath, 'the recording', { mode: 0o600 })
  // The program writes what it sees as sound: there is no file that it may write.
  const path = await fakeProgram(tmpdir(), 'plume-confined', script)
  const outputPath = join(folder, 'seen.wav')
  await runFfmpeg(
    { path, version: '6.1', layers },
    { inputPath, outputPath, container: 'wav', tempDir, maxDurationMs: 60_000 },
  )
  await rm(path)
  return (await readFile(outputPath)).subarray(44).toString('latin1')
}

describe.runIf(layers.includes('own-user'))('a user of its own', () => {
  test('reads the recording, in a folder nobody else reaches, and nothing of root', async () => {
    const seen = await seenFromInside(
      'id -u; id -G; cat recording; cat /etc/shadow 2>&1; ls /root 2>&1; echo .',
    )
    expect(seen).toMatch(/^6[1-5]\d{3}\n6[1-5]\d{3}\nthe recording/)
    expect(seen.match(/Permission denied/g)).toHaveLength(2)
  })

  test('cannot become another again', async () => {
    const seen = await seenFromInside(
      'grep -E "NoNewPrivs|CapBnd|CapEff" /proc/self/status; echo .',
    )
    expect(seen).toMatch(/CapEff:\t0+\nCapBnd:\t0+\n/)
    expect(seen).toMatch(/NoNewPrivs:\t1/)
  })
})

test.runIf(layers.includes('no-network'))('sees no network but an idle loopback', async () => {
  const seen = await seenFromInside('cat /proc/net/dev; cat /proc/net/route; echo .')
  const devices = seen.match(/^ *\w+(?=:)/gm)?.map((name) => name.trim())
  expect(devices).toEqual(['lo'])
})

test.runIf(layers.includes('limits'))('writes no file and cannot take all memory', async () => {
  const seen = await seenFromInside('ulimit -f; ulimit -c; ulimit -v; ulimit -n; ulimit -t; echo .')
  expect(seen).toMatch(/^0\n0\n4194304\n64\n60\n/)
})

test.skipIf(layers.length === 3)(
  `SKIPPED where this system does not permit it: layers other than [${layers.join(', ')}]`,
  () => {},
)

test('what the system does not permit is left out, and told', () => {
  expect(describeConfinement([])).toMatch(/same user.*with network.*without limits/)
  expect(describeConfinement(layersToTry(true))).toBe(
    'as a user of its own, without network, with limits',
  )
  expect(describeConfinement(layersToTry(false))).toMatch(/same user.*without network, with limits/)
})

test('an ffmpeg that decodes nothing is none; a configured one stops the start', async () => {
  const banner =
    "echo 'ffmpeg version 6.1.1 Copyright'; echo 'libavformat    60. 16.100 / 60. 16.100'"
  const path = await fakeProgram(folder, 'ffmpeg', banner)
  const request = { searchPath: folder, tempDir: folder }
  expect(await readyFfmpeg(request)).toBeNull()
  await expect(readyFfmpeg({ ...request, configured: path })).rejects.toMatchObject({
    code: 'invalid-configuration',
  })
})
