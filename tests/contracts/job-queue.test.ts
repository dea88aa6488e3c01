import { createJobConsumer, createJobQueues } from '@plume/storage'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findRedisServer, type RunningRedis, startRedis } from '../support/redis.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

type Transport = { readonly databaseUrl: string; readonly redisUrl?: string }

/** What the queue promises, whichever engine carries it. */
function jobQueueContract(transport: () => Transport): void {
  const closing: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  function openQueues() {
    const queues = createJobQueues(transport())
    closing.push(() => queues.close())
    return queues
  }

  function consume(
    queue: string,
    run: (payload: unknown, attempt: number) => Promise<'done' | 'skipped'>,
    concurrency = 1,
  ) {
    const failed: string[] = []
    const consumer = createJobConsumer({
      ...transport(),
      queue,
      concurrency,
      run: ({ payload, attempt }) => run(payload, attempt),
      onFailed: ({ error }) => failed.push(error),
    })
    closing.push(() => consumer.close())
    return failed
  }

  test('hands each job over once, with its payload', async () => {
    const queues = openQueues()
    const seen: unknown[] = []
    for (let n = 0; n < 20; n += 1) await queues.add('each', { n }, { jobId: `job-${n}` })
    consume(
      'each',
      async (payload) => {
        seen.push(payload)
        return 'done'
      },
      4,
    )
    await expect.poll(() => seen.length, { timeout: 20_000 }).toBe(20)
    expect(new Set(seen.map((payload) => JSON.stringify(payload))).size).toBe(20)
  })

  test('takes the same job id only once', async () => {
    const queues = openQueues()
    await queues.add('same', { n: 1 }, { jobId: 'same-1' })
    await queues.add('same', { n: 2 }, { jobId: 'same-1' })
    await queues.add('same', { n: 3 }, { jobId: 'same-2' })
    const seen: unknown[] = []
    consume('same', async (payload) => {
      seen.push(payload)
      return 'done'
    })
    await expect.poll(() => seen.length, { timeout: 20_000 }).toBe(2)
    expect(seen).toEqual([{ n: 1 }, { n: 3 }])
  })

  test('lets urgent work pass what waits', async () => {
    const queues = openQueues()
    for (const [n, priority] of [10, 10, 5, 1].entries()) {
      await queues.add('ranked', { priority }, { jobId: `ranked-${n}`, priority })
    }
    const seen: unknown[] = []
    consume('ranked', async (payload) => {
      seen.push((payload as { priority: number }).priority)
      return 'done'
    })
    await expect.poll(() => seen.length, { timeout: 20_000 }).toBe(4)
    expect(seen).toEqual([1, 5, 10, 10])
  })

  test('tries a failed job again, and says which attempt it is', async () => {
    const queues = openQueues()
    await queues.add('again', {}, { jobId: 'again-1' })
    const attempts: number[] = []
    const failed = consume('again', async (_payload, attempt) => {
      attempts.push(attempt)
      if (attempt < 3) throw new Error('not yet')
      return 'done'
    })
    await expect.poll(() => attempts, { timeout: 25_000 }).toEqual([1, 2, 3])
    expect(failed).toEqual(['Error', 'Error'])
  })
}

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

describe('the queue in Postgres', () => {
  jobQueueContract(() => ({ databaseUrl: database.url }))
})

const redisServer = await findRedisServer()
describe.runIf(redisServer)('the queue in Redis', () => {
  let redis: RunningRedis
  beforeAll(async () => {
    redis = await startRedis(redisServer ?? '')
  })
  afterAll(() => redis.stop())
  jobQueueContract(() => ({ databaseUrl: database.url, redisUrl: redis.url }))
})
test.skipIf(redisServer)('SKIPPED without redis-server: the queue in Redis', () => {})
