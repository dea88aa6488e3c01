import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate, openDatabase, startEmbeddedPostgres } from '@plume/storage'
import { afterEach, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function aDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plume-embedded-'))
  closing.push(() => rm(dataDir, { recursive: true, force: true }))
  return dataDir
}

async function postmasterPid(dataDir: string): Promise<number> {
  return Number(
    (await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0],
  )
}

test('starts in a folder that is private, stops, and starts again with everything in it', async () => {
  const dataDir = await aDataDir()
  await chmod(dataDir, 0o700)
  const first = await startEmbeddedPostgres({ dataDir })
  await migrate(first.url)
  const database = openDatabase(first.url)
  await database.pool.query('create table kept (n int); insert into kept values (7)')
  const { rows: settings } = await database.pool.query('show fsync')
  expect(settings).toEqual([{ fsync: 'on' }])
  await database.close()
  await first.stop()

  const second = await startEmbeddedPostgres({ dataDir })
  closing.push(() => second.stop())
  await migrate(second.url)
  const again = openDatabase(second.url)
  closing.push(() => again.close())
  expect((await again.pool.query('select n from kept')).rows).toEqual([{ n: 7 }])
})

test('a second process joins the running server and leaves it running', async () => {
  const dataDir = await aDataDir()
  const first = await startEmbeddedPostgres({ dataDir })
  closing.push(() => first.stop())
  const second = await startEmbeddedPostgres({ dataDir })
  expect([first.owner, second.owner]).toEqual([true, false])
  await second.stop()
  const database = openDatabase(first.url)
  closing.push(() => database.close())
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('the next start takes over a server whose owner was killed, and can stop it', async () => {
  const dataDir = await aDataDir()
  const script = `
    import { startEmbeddedPostgres } from '@plume/storage'
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} })
    console.log('ready')
    setInterval(() => {}, 1000)`
  const owner = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(owner.stdout, 'data')
  const gone = once(owner, 'exit')
  owner.kill('SIGKILL')
  await gone

  const pid = await postmasterPid(dataDir)
  const next = await startEmbeddedPostgres({ dataDir })
  expect(next.owner).toBe(true)
  await next.stop()
  expect(() => process.kill(pid, 0)).toThrow()
})

test('processes that start together on a new folder share one server', async () => {
  const dataDir = await aDataDir()
  const script = `
    import { startEmbeddedPostgres } from '@plume/storage'
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(server.owner ? 'owner' : 'guest')
    process.stdin.once('end', () => void server.stop().then(() => process.exit(0))).resume()`
  const starters = Array.from({ length: 3 }, () =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  )
  const roles = await Promise.all(
    starters.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()),
  )
  expect(roles.sort()).toEqual(['guest', 'guest', 'owner'])
  await Promise.all(
    starters.map(async (starter) => {
      starter.stdin.end()
      await once(starter, 'exit')
    }),
  )
}, 120_000)

test('a server that was killed comes back by itself, with what was committed', async () => {
  const dataDir = await aDataDir()
  const server = await startEmbeddedPostgres({ dataDir })
  closing.push(() => server.stop())
  const database = openDatabase(server.url)
  closing.push(() => database.close())
  await database.pool.query('create table kept (n int); insert into kept values (7)')
  const pid = await postmasterPid(dataDir)
  process.kill(pid, 'SIGKILL')
  const read = () =>
    database.pool.query('select n from kept').then(
      ({ rows }) => rows,
      () => null,
    )
  // What is left of the killed one may answer for a moment.
  await expect.poll(() => postmasterPid(dataDir), { timeout: 60_000 }).not.toBe(pid)
  await expect.poll(read, { timeout: 60_000 }).toEqual([{ n: 7 }])
  await server.stop()
  expect(await read()).toBeNull()
}, 90_000)

test('a changed migration stops the start instead of guessing', async () => {
  const dataDir = await aDataDir()
  const server = await startEmbeddedPostgres({ dataDir })
  closing.push(() => server.stop())
  await migrate(server.url)
  const database = openDatabase(server.url)
  closing.push(() => database.close())
  await database.pool.query(`update migrations set checksum = 'other' where name like '0001%'`)
  await expect(migrate(server.url)).rejects.toMatchObject({ code: 'invalid-configuration' })
})

test('an unreachable database is named without its password', async () => {
  const failure = await migrate('postgresql://plume:secret@127.0.0.1:9/plume').catch(
    (e: Error) => e,
  )
  expect(failure).toMatchObject({ code: 'database-unreachable' })
  expect(String(failure)).toContain('127.0.0.1:9/plume')
  expect(String(failure)).not.toContain('secret')
})
