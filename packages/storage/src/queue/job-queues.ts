import type { Queue } from 'bullmq'
import { openQueue, type QueueTransport } from './connection.ts'

/** What BullMQ is asked to do with every job. */
const jobPolicy = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1000, jitter: 0.2 },
  removeOnComplete: { age: 3600, count: 1000 },
  removeOnFail: { age: 7 * 24 * 3600, count: 5000 },
} as const

/** How often the queue runs a job before it counts as failed. */
export const maxJobAttempts = jobPolicy.attempts

export type JobQueues = ReturnType<typeof createJobQueues>

/** The producing side. Payloads hold ids only: the queue is no place for a patient's words. */
export function createJobQueues(transport: QueueTransport) {
  const queues = new Map<string, Queue>()

  function queueNamed(name: string): Queue {
    const known = queues.get(name)
    if (known) return known
    const queue = openQueue(name, transport)
    // Without a listener an engine that is away would crash the process; it reconnects by itself.
    queue.on('error', () => {})
    queues.set(name, queue)
    return queue
  }

  return {
    /** Adding a job id that the queue knows already does nothing. */
    async add(
      queue: string,
      payload: object,
      options: { readonly jobId: string; readonly priority?: number },
    ): Promise<void> {
      const { jobId, priority } = options
      await queueNamed(queue).add(queue, payload, {
        ...jobPolicy,
        jobId,
        ...(priority === undefined ? {} : { priority }),
      })
    },

    async close(): Promise<void> {
      await Promise.all([...queues.values()].map((queue) => queue.close()))
    },
  }
}
