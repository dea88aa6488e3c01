import { type DictationStore, Failure, type TranscriptionStep } from '@plume/records'

export type HeldLease = {
  /** Aborted when the lease is lost, or when the worker is told to stop. */
  readonly signal: AbortSignal
  /** True once somebody else may have the dictation: nothing more may be saved. */
  isLost(): boolean
  /** Tells the worklist which step has begun, and proves that the lease still holds. */
  enter(step: TranscriptionStep): Promise<void>
  release(): void
}

/**
 * Keeps a lease alive while a long step runs. A renewal that fails because the database is away is
 * tried again until the lease would have run out; only then is it given up.
 */
export function holdLease(options: {
  readonly dictations: Pick<DictationStore, 'renewLease'>
  readonly dictationId: string
  readonly fence: number
  readonly ttlMs: number
  readonly stop: AbortSignal | undefined
}): HeldLease {
  const { dictations, dictationId, fence, ttlMs, stop } = options
  const lost = new AbortController()
  let step: TranscriptionStep = 'decode'
  let renewedAt = performance.now()

  const lose = () =>
    lost.abort(
      new Failure('lease-lost', `dictation ${dictationId}: lease ${fence} is gone`, {
        retryable: false,
      }),
    )

  const renew = async () => {
    const askedAt = performance.now()
    if (await dictations.renewLease(dictationId, fence, { ttlMs, step })) renewedAt = askedAt
    else lose()
  }

  const timer = setInterval(() => {
    renew().catch(() => {
      if (performance.now() - renewedAt >= ttlMs) lose()
    })
  }, ttlMs / 3)

  const signal = stop ? AbortSignal.any([lost.signal, stop]) : lost.signal
  return {
    signal,
    isLost: () => lost.signal.aborted,
    enter: async (next) => {
      step = next
      await renew()
      signal.throwIfAborted()
    },
    release: () => clearInterval(timer),
  }
}
