import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createAccounts } from '@plume/storage'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWav } from '../support/a-wav.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const plume = fileURLToPath(new URL('../../services/cli/bin/plume.mjs', import.meta.url))

let folder: string
let inbox: string
let testDatabase: TestDatabase
const running = new Set<ChildProcess>()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-watched-'))
  inbox = join(folder, 'inbox')
  await mkdir(inbox)
  testDatabase = await createTestDatabase()
  const accounts = createAccounts(testDatabase.database)
  for (const [login, role] of [
    ['roe', 'doctor'],
    ['sam', 'secretary'],
  ] as const) {
    await accounts.createUser({
      login,
      displayName: login,
      role,
      password: 'a long enough password',
    })
  }
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await testDatabase.close()
  await rm(folder, { recursive: true, force: true })
})

function startWatching(...options: readonly string[]) {
  const child = spawn(
    process.execPath,
    [plume, 'watch', inbox, '--user', 'sam', '--settle', '0.5', ...options],
    {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: testDatabase.url,
        PLUME_DATA_DIR: join(folder, 'data'),
      },
    },
  )
  running.add(child)
  const ended = once(child, 'close').then(([status]: number[]) => status)
  return { child, ended, stdout: text(child.stdout), stderr: text(child.stderr) }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const oddNames = [
  'with space.wav',
  "it's.wav",
  'a "quoted".wav',
  '-leading-dash.wav',
  'line\nbreak.wav',
  '🩺 stethoscope.wav',
  `${'long'.repeat(50)}.wav`,
  '%2e%2e.wav',
]

/** Two hundred files of all kinds, by their path: what a hospital's folder holds after a bad week. */
function twoHundredFiles(): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const folders = ['', 'A/', 'B/', 'B/deep/er/']
  for (let n = 0; n < 110; n += 1) files.set(`${folders[n % 4]}DICT${n}.WAV`, aWav(n))
  for (const [n, name] of oddNames.entries()) files.set(`odd/${name}`, aWav(200 + n))
  // The same bytes by two routes.
  for (let n = 0; n < 30; n += 1) files.set(`again/copy of ${n}.wav`, aWav(n))
  for (let n = 0; n < 12; n += 1) files.set(`bad/empty${n}.dss`, new Uint8Array(0))
  for (let n = 0; n < 10; n += 1) files.set(`bad/ten${n}.ds2`, Buffer.from('0123456789'))
  const png = Buffer.from(`\x89PNG\r\n\x1a\n${'\0\x01'.repeat(500)}`, 'latin1')
  for (let n = 0; n < 15; n += 1) files.set(`bad/picture${n}.dss`, png)
  for (let n = 0; n < 15; n += 1)
    files.set(`bad/letter${n}.wav`, Buffer.from('Dear colleague, '.repeat(20)))
  return files
}

async function filesBelow(root: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const hashes = await Promise.all(paths.map(async (path) => sha256(await readFile(path))))
  return new Map(paths.map((path, n) => [path.slice(root.length + 1), hashes[n] ?? '']))
}

test('two hundred good and bad files are each accounted for, once, by a watcher that is killed', async () => {
  const files = twoHundredFiles()
  expect(files.size).toBe(200)
  const rules = { author: 'roe', template: 'chest-xray' }
  await writeFile(join(inbox, 'plume-folder.json'), JSON.stringify(rules))

  for (const killAfterMs of [3500, 4500]) {
    const { child, ended } = startWatching()
    // Files come while it runs; one of them slowly.
    const half = [...files].slice(0, -1).filter((_, n) => (n % 2 === 0) === (killAfterMs === 3500))
    for (const [path, bytes] of half) {
      await mkdir(dirname(join(inbox, path)), { recursive: true })
      await writeFile(join(inbox, path), bytes)
    }
    await pause(killAfterMs)
    child.kill('SIGKILL')
    await ended
    running.delete(child)
  }
  const [lastPath, lastBytes] = [...files].at(-1) ?? ['', new Uint8Array(0)]
  await mkdir(dirname(join(inbox, lastPath)), { recursive: true })
  await writeFile(join(inbox, lastPath), lastBytes)
  const growing = join(inbox, 'growing.wav')
  const whole = Buffer.from(aWav(300))
  await writeFile(growing, whole.subarray(0, 5000))
  const { ended, stderr, child } = startWatching('--once')
  for (let at = 5000; at < whole.length; at += 5000) {
    await appendFile(growing, whole.subarray(at, at + 5000))
    await pause(100)
  }
  // One at least is rejected: that is what the exit code says.
  expect(await ended).toBe(1)
  expect(await stderr).toMatch(/recordings-not-taken/)
  running.delete(child)

  const good = [...files]
    .filter(([path]) => !path.startsWith('bad/'))
    .map(([path, bytes]) => [path, sha256(bytes)] as const)
  const bad = [...files].filter(([path]) => path.startsWith('bad/'))
  const done = await filesBelow(join(inbox, 'done'))
  const rejected = await filesBelow(join(inbox, 'rejected'))
  expect(new Map(done)).toEqual(new Map([...good, ['growing.wav', sha256(whole)]]))
  expect([...rejected.keys()].filter((path) => !path.endsWith('.reason.txt')).toSorted()).toEqual(
    bad.map(([path]) => path).toSorted(),
  )
  for (const [path] of bad) {
    const reason = await readFile(join(inbox, 'rejected', `${path}.reason.txt`), 'utf8')
    expect(reason).toMatch(/^not-audio\n\n\S.*\n\n\S/)
  }

  const rows = await testDatabase.database.db.selectFrom('dictations').select('sha256').execute()
  const distinct = new Set([...good.map(([, hash]) => hash), sha256(whole)])
  expect(rows.map((row) => row.sha256).toSorted()).toEqual([...distinct].toSorted())
  const audited = await testDatabase.database.db
    .selectFrom('audit_events')
    .select('id')
    .where('kind', '=', 'dictation-received')
    .execute()
  expect(audited).toHaveLength(distinct.size)

  const left = (await filesBelow(inbox)).keys()
  expect([...left].filter((path) => !/^(done|rejected)\//.test(path))).toEqual([
    'plume-folder.json',
  ])
})

test('names of files, which may be names of patients, are shown to nobody’s log', async () => {
  await writeFile(join(inbox, 'Zenobia Quillfeather.wav'), aWav(400))
  const { ended, stdout, stderr, child } = startWatching('--once')
  expect(await ended).toBe(0)
  expect(await stdout).toMatch(/^taken [0-9a-f-]{36}\n$/)
  expect(await stderr).not.toContain('Quillfeather')
  running.delete(child)
})

test.each([
  ['no user', [], 2],
  ['an unknown user', ['--user', 'nobody'], 1],
  ['no time', ['--user', 'sam', '--settle', 'soon'], 2],
])('called with %s, it ends with its exit code', async (_name, options, status) => {
  const child = spawn(process.execPath, [plume, 'watch', inbox, ...options], {
    env: { PATH: process.env.PATH, DATABASE_URL: testDatabase.url, PLUME_DATA_DIR: folder },
  })
  const [code]: number[] = await once(child, 'close')
  expect(code).toBe(status)
})
