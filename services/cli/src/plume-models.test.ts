import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { callPlume } from '../../../tests/support/plume-call.ts'

const folder = mkdtempSync(join(tmpdir(), 'plume-cli-models-'))
afterAll(() => rmSync(folder, { recursive: true }))

const models = (args: readonly string[], modelsDir: string) =>
  callPlume({ folder, modelsDir }, 'models', ...args)

const here = join(folder, 'here')
const there = join(folder, 'there')

/** The magic and the hyper-parameters of a ggml Whisper model, and some bytes: enough for the store. */
const path = join(folder, 'mine.bin')
const content = Buffer.alloc(100_000, 7)
for (const [at, number] of [0x67676d6c, 51_865].entries()) content.writeInt32LE(number, 4 * at)
writeFileSync(path, content)
const sha256 = createHash('sha256').update(content).digest('hex')

test('goes from one machine to another as one archive', { timeout: 120_000 }, async () => {
  const trust = ['--trust-sha256', sha256.toUpperCase()]
  const archive = join(folder, 'mine.tar')
  expect(await models(['import', path, '--id', 'mine', ...trust], here)).toMatchObject({
    status: 0,
    stdout: 'mine\n',
  })
  expect(await models(['export', 'mine', '-o', archive], here)).toMatchObject({
    status: 0,
    stdout: `${sha256}  mine\n`,
  })
  const names = execFileSync('tar', ['-tf', archive], { encoding: 'utf8' })
  expect(names).toBe('manifest.json\nmine.bin\n')
  expect(await models(['import', archive], there)).toMatchObject({ status: 1, stdout: '' })
  expect(await models(['import', archive, ...trust], there)).toMatchObject({ status: 0 })
  expect(await models(['verify'], there)).toMatchObject({ status: 0, stdout: 'mine  intact\n' })
  writeFileSync(join(there, 'mine', 'mine.bin'), 'rot')
  expect(await models(['verify', 'mine'], there)).toMatchObject({ status: 1, stdout: '' })
  expect(await models(['remove', 'mine'], there)).toMatchObject({ status: 0 })
  expect(readdirSync(there)).toEqual([])
})

test('lists what there is and what is installed', async () => {
  mkdirSync(join(folder, 'none'))
  const { status, stdout } = await models(['list', '--json'], join(folder, 'none'))
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toContainEqual(
    expect.objectContaining({
      id: 'whisper-base-q5_1',
      installed: false,
      fits: expect.any(Boolean),
      needsTrust: false,
    }),
  )
})

test.each<[readonly string[], number, RegExp]>([
  [['pull', 'nosuch'], 1, /^unknown-model: .+ See plume models list\.\n$/],
  [['pull', 'medasr-en-int8'], 1, /^licence-not-accepted: .+ Clinical Use.+https:.+\n$/],
  [['pull', 'pocketsphinx-en-us'], 1, /^model-from-system: .+apt-get.+\n$/],
  [['pull', 'whisper-tiny-q5_1', '--from', 'ftp://x'], 1, /^source-not-allowed: .+\n$/],
  [['pull', 'whisper-tiny-q5_1', '--trust-sha256', 'abc'], 2, /64 hexadecimal digits/],
  [['import', '/nowhere/x.tar'], 1, /^file-not-found: .+\n$/],
  [['import', folder], 1, /^not-a-file: .+\n$/],
  [['import', path], 1, /^archive-unreadable: .+\n$/],
  [['import', path, '--id', 'whisper-base-q5_1'], 1, /^wrong-size: .+59707625.+\n$/],
  [['export', 'nosuch', '-o', join(folder, 'x.tar')], 1, /^model-not-installed: .+\n$/],
  [['verify', 'nosuch'], 1, /^model-not-installed: .+\n$/],
  [['remove', 'nosuch'], 1, /^model-not-installed: .+\n$/],
])('refuses %j in one line', async (args, status, line) => {
  const ended = await models(args, join(folder, 'empty'))
  expect(ended).toMatchObject({ status, stdout: '' })
  expect(ended.stderr).toMatch(line)
})
