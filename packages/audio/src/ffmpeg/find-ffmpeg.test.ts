import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fakeProgram } from '../testing/fake-program.ts'
import { findFfmpeg } from './find-ffmpeg.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-find-ffmpeg-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const saysVersion = (version: string, libavformat: string) =>
  `echo 'ffmpeg version ${version} Copyright (c) the FFmpeg developers'; echo 'libavformat    ${libavformat} / ${libavformat}'`
const good = saysVersion('6.1.1', '60. 16.100')

/** A folder with an ffmpeg in it. */
async function aFolder(name: string, script: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(path)
  await fakeProgram(path, 'ffmpeg', script)
  return path
}

const noBundled = async () => null

test('the configured ffmpeg goes before the one on the PATH', async () => {
  const configured = await fakeProgram(folder, 'chosen', saysVersion('5.1.9', '59. 27.100'))
  const searchPath = await aFolder('beside', good)
  expect(await findFfmpeg({ configured, searchPath })).toEqual({
    path: configured,
    version: '5.1.9',
  })
})

test('the first folder of the PATH with an ffmpeg that works gives it', async () => {
  const broken = await aFolder('broken', 'exit 127')
  const working = await aFolder('working', good)
  const searchPath = [join(folder, 'nowhere'), broken, working].join(delimiter)
  expect(await findFfmpeg({ searchPath })).toEqual({
    path: join(working, 'ffmpeg'),
    version: '6.1.1',
  })
})

test.each([
  ['4.4.2', '58. 76.100', false],
  ['5.0.1', '59. 16.100', false],
  ['5.1', '59. 27.100', true],
  ['N-92722-gf22fcd4483', '58. 20.100', false],
  ['N-120000-g0123456789', '61. 7.100', true],
])('ffmpeg %s, with libavformat %s, is taken: %s', async (version, libavformat, taken) => {
  const searchPath = await aFolder(`version-${version}`, saysVersion(version, libavformat))
  const found = await findFfmpeg({ searchPath, bundled: noBundled })
  expect(found?.version ?? null).toBe(taken ? version : null)
})

test.each([
  ['missing', null],
  ['too old', saysVersion('4.4.2', '58. 76.100')],
  ['not ffmpeg', 'echo hello'],
])(
  'a configured one that is %s is an error, not a reason to take another',
  async (name, script) => {
    const configured = script
      ? await fakeProgram(folder, `configured ${name}`, script)
      : join(folder, 'no-such-program')
    const searchPath = await aFolder(`other ${name}`, good)
    await expect(findFfmpeg({ configured, searchPath })).rejects.toMatchObject({
      code: 'invalid-configuration',
      retryable: false,
    })
  },
)

test('ffmpeg-static is the last resort, and only with its binary', async () => {
  const path = await fakeProgram(folder, 'static', good)
  expect(await findFfmpeg({ searchPath: '', bundled: async () => path })).toMatchObject({ path })
  const absent = join(folder, 'never-downloaded')
  expect(await findFfmpeg({ searchPath: '', bundled: async () => absent })).toBeNull()
})

test('without any, there is none', async () => {
  expect(await findFfmpeg({ searchPath: '', bundled: noBundled })).toBeNull()
})
