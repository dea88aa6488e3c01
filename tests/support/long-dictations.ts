import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDictationStore } from '@plume/storage'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { aWav } from './a-wav.ts'
import { Client } from './client.ts'
import { type House, type HouseProcess, startHouse, until } from './house.ts'
import { makePeople, password } from './people.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

export const dyingWorker = 'tests/support/dying-worker.ts'
const pieceMs = 150
export const scripted = { SCRIPTED_MS: String(pieceMs), SCRIPTED_PIECES: 'numbered' }
/** Longer than four minutes, so that it is shared out. */
const longSeconds = 6 * 60

/** What a test has opened, closed after it, the last first. */
export const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

export type Open = {
  readonly database: TestDatabase
  readonly house: House
  readonly client: Client
}

export async function open(redisUrl?: string): Promise<Open> {
  const database = await createTestDatabase()
  closing.push(() => database.close())
  await makePeople(database.database)
  const house = await startHouse({
    databaseUrl: database.url,
    extra: {
      PLUME_LEASE_SECONDS: '3',
      PLUME_RECONCILE_SECONDS: '1',
      PLUME_WORKER_CONCURRENCY: '1',
    },
    ...(redisUrl ? { redisUrl } : {}),
  })
  closing.push(() => house.close())
  const client = new Client(house.origin)
  await client.signIn('secretary', password)
  return { database, house, client }
}

export const ready = (worker: HouseProcess) =>
  until(async () => (worker.output().includes('worker ready') ? true : null))

export async function startWorkers(
  { house }: Open,
  count: number,
): Promise<readonly HouseProcess[]> {
  const workers = Array.from({ length: count }, () => house.startWorker(dyingWorker, scripted))
  for (const worker of workers) await ready(worker)
  return workers
}

async function send(
  client: Client,
  seed: number,
  seconds: number,
  priority = 'routine',
): Promise<string> {
  const fields = { author: 'doctor', template: 'chest-xray', priority }
  const { status, body } = await client.upload(aWav(seed, seconds), fields)
  expect(status).toBe(201)
  return body.id
}

export const drafted = (client: Client, id: string) =>
  until(async () => ((await client.dictation(id)).status === 'drafted' ? true : null))

/** The pieces that all workers together heard, as their logs say, in the order of time. */
export function piecesHeard(workers: readonly HouseProcess[]): readonly string[] {
  return workers.flatMap((worker) =>
    [...worker.output().matchAll(/"piece":"(\d+)"/g)].map(([, piece]) => piece ?? ''),
  )
}

/** One report of one recognition, whose words are those of all pieces, in order. */
async function expectWhole({ database }: Open, id: string): Promise<number> {
  const recognitions = await createDictationStore(database.database).recognitions(id)
  expect(recognitions).toHaveLength(1)
  const words = recognitions[0]?.words ?? []
  expect(words.map(({ text }) => text)).toEqual(words.map((_, n) => `piece${n}`))
  expect(words.map(({ startMs }) => startMs)).toEqual(
    words.map(({ startMs }) => startMs).toSorted((a, b) => a - b),
  )
  expect(words.at(-1)?.endMs).toBe(longSeconds * 1000)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from report_versions v join reports r on r.id = v.report_id
    where r.dictation_id = ${id}`.execute(database.database.db)
  expect(rows[0]?.n).toBe(1)
  return words.length
}

/** What holds of a long dictation whichever queue there is. */
export function longDictations(openHouse: () => Promise<Open>): void {
  test('is heard by three workers, and its words come back in order', async () => {
    const opened = await openHouse()
    const workers = await startWorkers(opened, 3)
    const id = await send(opened.client, 1, longSeconds)
    await drafted(opened.client, id)
    const pieces = await expectWhole(opened, id)
    expect(piecesHeard(workers)).toHaveLength(pieces)
    for (const worker of workers) expect(piecesHeard([worker]).length).toBeGreaterThan(1)
  })

  test.each([
    'before-share-out',
    'after-share-out',
    'after-claim',
    'before-save-piece',
    'after-save-piece',
    'before-finish',
    'after-finish',
  ])(
    'is whole after kill -9 of a worker %s, and at most one piece is heard twice',
    async (place) => {
      const opened = await openHouse()
      const { house, client } = opened
      const flags = await mkdtemp(join(tmpdir(), 'plume-kill-'))
      closing.push(() => rm(flags, { recursive: true, force: true }))
      const doomed = { ...scripted, DIE_AT: place, DIE_ONCE: join(flags, 'died') }
      const victim = house.startWorker(dyingWorker, doomed)
      await ready(victim)
      const id = await send(client, 2, longSeconds)
      await until(async () => victim.child.signalCode)
      const others = await startWorkers(opened, 2)
      await drafted(client, id)
      const pieces = await expectWhole(opened, id)
      const heard = piecesHeard([victim, ...others])
      expect(new Set(heard).size).toBe(pieces)
      expect(heard.length - pieces).toBeLessThanOrEqual(1)
      const begun = [victim, ...others].flatMap((each) => [...each.output().matchAll(/"begun"/g)])
      expect(begun.length - pieces).toBeLessThanOrEqual(1)
    },
  )

  test('does not keep a STAT dictation waiting for more than the share that is being heard', async () => {
    const opened = await openHouse()
    const { client } = opened
    const [worker] = await startWorkers(opened, 1)
    const long = await send(client, 3, longSeconds)
    await until(async () => (worker?.output().includes('piece heard') ? true : null))
    const stat = await send(client, 4, 5, 'stat')
    await drafted(client, stat)
    expect((await client.dictation(long)).status).toBe('transcribing')
    const lines = (worker?.output() ?? '').split('\n')
    const arrived = lines.findLastIndex((line) => line.includes(stat) && line.includes('ended'))
    const before = lines.slice(0, arrived).filter((line) => line.includes('share heard'))
    // What was heard before it came, and the one that was being heard; twelve pieces would be all.
    expect(before.length).toBeLessThanOrEqual(2)
    await drafted(client, long)
    await expectWhole(opened, long)
  })
}
