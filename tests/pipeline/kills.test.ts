import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openDatabase, startEmbeddedPostgres } from '@plume/storage'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { aWav } from '../support/a-wav.ts'
import { Client } from '../support/client.ts'
import { type House, pause, startHouse, until } from '../support/house.ts'
import { makePeople, password } from '../support/people.ts'
import { findRedisServer, startRedis } from '../support/redis.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const dyingWorker = 'tests/support/dying-worker.ts'
/** Short, so that what a dead worker held is given on within seconds. */
const quickLeases = { PLUME_LEASE_SECONDS: '3', PLUME_RECONCILE_SECONDS: '1' }

const redisServer = await findRedisServer()
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function open(redisUrl?: string): Promise<{
  readonly database: TestDatabase
  readonly house: House
  readonly client: Client
}> {
  const database = await createTestDatabase()
  closing.push(() => database.close())
  await makePeople(database.database)
  const house = await startHouse({
    databaseUrl: database.url,
    extra: quickLeases,
    ...(redisUrl ? { redisUrl } : {}),
  })
  closing.push(() => house.close())
  const client = new Client(house.origin)
  await client.signIn('secretary', password)
  return { database, house, client }
}

async function send(client: Client, seed: number): Promise<string> {
  const { status, body } = await client.upload(aWav(seed), {
    author: 'doctor',
    template: 'chest-xray',
  })
  expect(status).toBe(201)
  return body.id
}

async function untilDrafted(client: Client, ids: readonly string[]): Promise<void> {
  await until(async () => {
    const { total } = await client.worklist('status=drafted&pageSize=1')
    return total >= ids.length ? total : null
  })
}

/** Nothing lost, nothing twice: one report, one first version, one drafting event for each. */
async function expectOnce({ database }: TestDatabase, drafted: number): Promise<void> {
  const count = async (query: ReturnType<typeof sql<{ n: string }>>) =>
    Number((await query.execute(database.db)).rows[0]?.n)
  expect(await count(sql`select count(*) n from dictations where status = 'drafted'`)).toBe(drafted)
  expect(await count(sql`select count(*) n from reports`)).toBe(drafted)
  expect(await count(sql`select count(*) n from report_versions`)).toBe(drafted)
  expect(
    await count(sql`select count(*) n from audit_events where kind = 'dictation-drafted'`),
  ).toBe(drafted)
}

const places = [
  'before-decode',
  'after-decode',
  'after-playback-blob',
  'before-recognise',
  'after-recognise',
  'after-save-recognition',
  'before-save-draft',
  'after-save-draft',
] as const

describe('kill -9 of the worker', () => {
  test.each(places)('%s loses nothing and does nothing twice', async (place) => {
    const { database, house, client } = await open()
    const flags = await mkdtemp(join(tmpdir(), 'plume-kill-'))
    closing.push(() => rm(flags, { recursive: true, force: true }))
    const doomed = { DIE_AT: place, DIE_ONCE: join(flags, 'died'), SCRIPTED_MS: '50' }
    const first = house.startWorker(dyingWorker, doomed)
    const id = await send(client, 1)
    await until(async () => (first.child.signalCode === null ? null : first.child.signalCode))
    expect(first.child.signalCode).toBe('SIGKILL')

    house.startWorker(dyingWorker, { SCRIPTED_MS: '50' })
    await untilDrafted(client, [id])
    await expectOnce(database, 1)
  })

  test('at any moment, again and again, with work in hand, loses nothing', async () => {
    const { database, house, client } = await open()
    const ids: string[] = []
    for (let seed = 0; seed < 12; seed += 1) ids.push(await send(client, seed))
    for (let kill = 0; kill < 3; kill += 1) {
      const worker = house.startWorker(dyingWorker, { SCRIPTED_MS: '400' })
      // Not before it is at work; then wherever it happens to be.
      await until(async () => (worker.output().includes('worker ready') ? true : null))
      await new Promise((resolve) => setTimeout(resolve, 150 + kill * 230))
      await worker.kill()
    }
    house.startWorker(dyingWorker, { SCRIPTED_MS: '50' })
    await untilDrafted(client, ids)
    await expectOnce(database, ids.length)
  })
})

test('kill -9 of Postgres under load loses nothing that was acknowledged', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'plume-kill-'))
  closing.push(() => rm(dataDir, { recursive: true, force: true }))
  await chmod(dataDir, 0o711)
  const first = await startEmbeddedPostgres({ dataDir })
  closing.push(() => first.stop())
  await migrate(first.url)
  const database = openDatabase(first.url)
  closing.push(() => database.close())
  await makePeople(database)
  const house = await startHouse({ databaseUrl: first.url, extra: quickLeases })
  closing.push(() => house.close())
  const client = new Client(house.origin)
  await client.signIn('secretary', password)
  const worker = house.startWorker(dyingWorker, { SCRIPTED_MS: '300' })
  await until(async () => (worker.output().includes('worker ready') ? true : null))
  const ids: string[] = []
  for (let seed = 200; seed < 208; seed += 1) ids.push(await send(client, seed))

  // Killed while the API is in the middle of many requests: it must outlive them all.
  const reading = Array.from({ length: 15 }, () => client.get('/api/dictations'))
  const sending = Array.from({ length: 15 }, (_, n) =>
    client.upload(aWav(400 + n), { author: 'doctor', template: 'chest-xray' }),
  )
  await pause(20)
  const pidFile = await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')
  process.kill(Number(pidFile.split('\n')[0]), 'SIGKILL')
  for (const { status } of await Promise.all(reading)) expect([200, 503]).toContain(status)
  for (const { status, body } of await Promise.all(sending)) {
    expect([201, 503]).toContain(status)
    if (status === 201) ids.push(body.id)
  }
  await until(async () => ((await client.get('/api/dictations')).status === 200 ? true : null))
  ids.push(await send(client, 300))
  // One whose answer got lost may be there too; what was acknowledged must be.
  for (const id of ids) {
    await until(async () => ((await client.dictation(id)).status === 'drafted' ? true : null))
  }
  const { total } = await client.worklist('status=drafted')
  await expectOnce({ database, url: first.url, close: async () => {} }, total)
})

describe.runIf(redisServer)('with Redis as the queue', () => {
  test('kill -9 of Redis, which comes back empty, loses nothing', async () => {
    const redis = await startRedis(redisServer ?? '')
    closing.push(() => redis.stop())
    const { database, house, client } = await open(redis.url)
    const worker = house.startWorker(dyingWorker, { SCRIPTED_MS: '300' })
    await until(async () => (worker.output().includes('worker ready') ? true : null))
    const ids: string[] = []
    for (let seed = 100; seed < 108; seed += 1) ids.push(await send(client, seed))
    await redis.killAndForget()
    await redis.startAgain()
    // What Redis has forgotten is missed after a while; the test does not wait ten minutes for it.
    await sql`update outbox set relayed_at = relayed_at - interval '1 hour'`.execute(
      database.database.db,
    )
    await untilDrafted(client, ids)
    await expectOnce(database, ids.length)
  })
})
test.skipIf(redisServer)('SKIPPED without redis-server: kill -9 of Redis', () => {})
