import type { Processor } from 'bullmq'
import { createPostgresBackend, Queue, type QueueOptions, Worker, type WorkerOptions } from 'bullmq'

export type QueueTransport = {
  readonly databaseUrl: string
  /** With it the jobs are in Redis, without it in Postgres. Nothing else differs. */
  readonly redisUrl?: string
}

/** The one place that knows which of the two engines carries the jobs. */
export function openQueue(name: string, transport: QueueTransport): Queue {
  if (transport.redisUrl) {
    return new Queue(name, { connection: redis(transport.redisUrl) } satisfies QueueOptions)
  }
  return new Queue(name, postgres(transport.databaseUrl) as never, createPostgresBackend as never)
}

export function openWorker(
  name: string,
  run: Processor,
  transport: QueueTransport,
  options: Omit<WorkerOptions, 'connection'>,
): Worker {
  if (transport.redisUrl) {
    return new Worker(name, run, { ...options, connection: redis(transport.redisUrl) })
  }
  return new Worker(
    name,
    run,
    { ...options, ...postgres(transport.databaseUrl) } as never,
    createPostgresBackend as never,
  )
}

function postgres(connectionString: string) {
  return { connection: { connectionString, max: 3 } }
}

/**
 * Options rather than a client, so that the queue closes what it opened. Workers block on Redis: a
 * command may wait as long as it takes (BullMQ requires null here).
 */
function redis(url: string) {
  return { url, maxRetriesPerRequest: null }
}
