import { openWorker, type QueueTransport } from './connection.ts'

export type QueuedJob = {
  readonly id: string
  readonly payload: unknown
  /** 1 for the first. */
  readonly attempt: number
}

export type FailedJob = {
  readonly id: string | null
  readonly attempt: number
  /** Kind of error, never its words. */
  readonly error: string
}

/**
 * The consuming side. `run` returns when there is nothing more to do, and throws to be run again.
 * It may be run twice: what it does must leave the same rows.
 */
export function createJobConsumer(
  options: QueueTransport & {
    readonly queue: string
    readonly concurrency: number
    readonly lockDurationMs?: number
    readonly stalledIntervalMs?: number
    readonly run: (job: QueuedJob) => Promise<'done' | 'skipped'>
    readonly onFailed: (failed: FailedJob) => void
  },
) {
  const worker = openWorker(
    options.queue,
    (job) => options.run({ id: job.id ?? '', payload: job.data, attempt: job.attemptsMade + 1 }),
    options,
    {
      concurrency: options.concurrency,
      lockDuration: options.lockDurationMs ?? 30_000,
      stalledInterval: options.stalledIntervalMs ?? 15_000,
      // A job whose worker died is not to blame; the leases in the database count those.
      maxStalledCount: 100,
    },
  )
  worker.on('error', () => {})
  worker.on('failed', (job, error) => {
    options.onFailed({
      id: job?.id ?? null,
      attempt: job?.attemptsMade ?? 0,
      error: 'code' in error && typeof error.code === 'string' ? error.code : error.name,
    })
  })

  return {
    /** Takes nothing new; running jobs go on. */
    pause: () => worker.pause(true),
    resume: async () => worker.resume(),
    /** Takes nothing new and waits for running jobs. */
    close: () => worker.close(),
  }
}

export type JobConsumer = ReturnType<typeof createJobConsumer>
