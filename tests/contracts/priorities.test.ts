import { randomUUID } from 'node:crypto'
import type { Priority } from '@plume/records'
import {
  createDictationStore,
  createJobConsumer,
  createJobQueues,
  createOutboxRelay,
  createReconciler,
} from '@plume/storage'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { makePeople } from '../support/people.ts'
import { findRedisServer, startRedis } from '../support/redis.ts'
import { createTestDatabase } from '../support/test-database.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const log = { info: () => {}, warn: () => {} }

async function openQueue() {
  const house = await createTestDatabase()
  closing.push(() => house.close())
  const people = await makePeople(house.database)
  const dictations = createDictationStore(house.database)
  const { db } = house.database
  return {
    house,
    dictations,
    reconciler: createReconciler({ database: house.database, intervalMs: 1000, log }),

    async receive(priority: Priority, hoursAgo = 0): Promise<string> {
      const id = randomUUID()
      const details = {
        id,
        sha256: (randomUUID() + randomUUID()).replaceAll('-', ''),
        byteLength: 1,
        fileName: 'a.wav',
        authorId: people.doctor.id,
        uploadedBy: people.doctor.id,
        workType: 'general',
        templateId: 'chest-xray',
        locale: 'en-CA' as const,
        givenLocale: 'en-CA' as const,
        languageOrigin: 'given' as const,
        priority,
        patient: null,
        order: null,
        receivedAt: new Date(Date.now() - hoursAgo * 3_600_000),
      }
      await dictations.accept(details, {
        kind: 'dictation-received',
        dictationId: id,
        actor: null,
        at: new Date(),
      })
      return id
    },

    /** Everything that waits has waited for an hour more. */
    passAnHour: () =>
      sql`update dictations set received_at = received_at - interval '1 hour'`.execute(db),

    isPromoted: async (id: string) =>
      (
        await sql<{ promoted: boolean }>`
          select promoted_at is not null as promoted from dictations where id = ${id}`.execute(db)
      ).rows[0]?.promoted === true,
  }
}

type Job = { readonly dictationId: string; readonly rank: number; readonly order: number }

/** A queue that does what BullMQ's contract says: by rank, then by age; job ids once. */
function aModelQueue() {
  const jobs: Job[] = []
  const seen = new Set<string>()
  let order = 0
  return {
    add: async (_queue: string, payload: object, options: { jobId: string; priority?: number }) => {
      if (seen.has(options.jobId)) return
      seen.add(options.jobId)
      const dictationId = 'dictationId' in payload ? String(payload.dictationId) : ''
      jobs.push({ dictationId, rank: options.priority ?? 0, order: order++ })
    },
    take(): string | undefined {
      jobs.sort((a, b) => a.rank - b.rank || a.order - b.order)
      return jobs.shift()?.dictationId
    },
  }
}

describe('whatever arrives,', () => {
  test('an ordinary dictation is taken though there is always a STAT one; of those, at most one waits in front', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Priority>('routine', 'urgent'), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 6, maxLength: 6 }),
        async (ordinary, statPerHour) => {
          const { house, dictations, receive, passAnHour, reconciler, isPromoted } =
            await openQueue()
          const queue = aModelQueue()
          const relay = createOutboxRelay({ database: house.database, queues: queue, log })
          const old: string[] = []
          for (const priority of ordinary) old.push(await receive(priority))
          const waiting = new Set(old)

          /** One worker: takes what comes, until it has leased one. */
          const work = async (): Promise<void> => {
            for (;;) {
              const id = queue.take()
              if (id === undefined) return
              if ((await dictations.lease(id, { id: 'worker', ttlMs: 600_000 })) === null) continue
              waiting.delete(id)
              return
            }
          }
          // Every hour as many STAT ones as are taken, or more: without ageing, the others would wait for ever.
          // Each ordinary one that is taken leaves one more STAT in front of the next: at one an hour, the fourth of them,
          // overdue after four hours, is taken after seventeen.
          for (let hour = 0; hour <= 17; hour += 1) {
            for (let n = 0; n < (statPerHour[hour % 6] ?? 1); n += 1) await receive('stat')
            await relay.relayOnce()
            await reconciler.runOnce()
            await relay.relayOnce()
            const promoted = await Promise.all([...waiting].map(isPromoted))
            expect(promoted.filter(Boolean).length).toBeLessThanOrEqual(1)
            for (let n = 0; n < (statPerHour[hour % 6] ?? 1); n += 1) await work()
            await passAnHour()
          }
          expect([...waiting]).toEqual([])
          for (const close of closing.splice(0).reverse()) await close()
        },
      ),
      {
        numRuns: 6,
        examples: [
          [
            ['routine', 'routine', 'routine', 'routine'],
            [1, 1, 1, 1, 1, 1],
          ],
        ],
      },
    )
  }, 120_000)
})

test('an ordinary one that has not waited for long lets every STAT one pass', async () => {
  const { receive, reconciler, isPromoted } = await openQueue()
  const routine = await receive('routine', 3.9)
  const urgent = await receive('urgent', 0.9)
  await reconciler.runOnce()
  expect([await isPromoted(routine), await isPromoted(urgent)]).toEqual([false, false])
})

test('of those that have waited too long, the oldest goes first, the next once that is taken', async () => {
  const { house, dictations, receive, reconciler, isPromoted } = await openQueue()
  const queue = aModelQueue()
  const relay = createOutboxRelay({ database: house.database, queues: queue, log })
  const [younger, older] = [await receive('routine', 6), await receive('routine', 9)]
  await relay.relayOnce()
  expect(await reconciler.runOnce()).toMatchObject({ promoted: 1 })
  expect([await isPromoted(older), await isPromoted(younger)]).toEqual([true, false])
  expect(await reconciler.runOnce()).toMatchObject({ promoted: 0 })
  await dictations.lease(older, { id: 'worker', ttlMs: 60_000 })
  expect(await reconciler.runOnce()).toMatchObject({ promoted: 1 })
  expect(await isPromoted(younger)).toBe(true)
})

function realQueue(transport: () => Promise<{ readonly redisUrl?: string }>): void {
  test('STAT passes urgent passes routine, but for the one that has waited too long', async () => {
    const { house, dictations, receive, reconciler } = await openQueue()
    const place = { databaseUrl: house.url, ...(await transport()) }
    const queues = createJobQueues(place)
    closing.push(() => queues.close())
    const relay = createOutboxRelay({ database: house.database, queues, log })
    const names = new Map<string, string>()
    const name = async (called: string, priority: Priority, hoursAgo = 0) =>
      names.set(await receive(priority, hoursAgo), called)
    await name('routine', 'routine')
    await name('old routine', 'routine', 20)
    await name('urgent', 'urgent')
    await name('stat 1', 'stat')
    await relay.relayOnce()
    await reconciler.runOnce()
    await relay.relayOnce()
    await name('stat 2', 'stat')
    await relay.relayOnce()
    const taken: string[] = []
    const consumer = createJobConsumer({
      ...place,
      queue: 'transcribe-dictation',
      concurrency: 1,
      run: async ({ payload }) => {
        const { dictationId } = payload as { dictationId: string }
        const lease = await dictations.lease(dictationId, { id: 'worker', ttlMs: 60_000 })
        if (lease) taken.push(names.get(dictationId) ?? '')
        return 'done'
      },
      onFailed: () => {},
    })
    closing.push(() => consumer.close())
    await expect.poll(() => taken.length, { timeout: 20_000 }).toBe(5)
    expect(taken).toEqual(['stat 1', 'old routine', 'stat 2', 'urgent', 'routine'])
  })
}

describe('the real queue in Postgres', () => {
  realQueue(async () => ({}))
})

const redisServer = await findRedisServer()
describe.runIf(redisServer)('the real queue in Redis', () => {
  realQueue(async () => {
    const redis = await startRedis(redisServer ?? '')
    closing.push(() => redis.stop())
    return { redisUrl: redis.url }
  })
})
test.skipIf(redisServer)('SKIPPED without redis-server: priorities in Redis', () => {})
