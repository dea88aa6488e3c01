import { type DictationStore, Failure, type TranscriptionStep } from '@plume/records'

export type HeldClaim = {
  /** Aborted when the claim is lost, or when the worker is told to stop. */
  readonly signal: AbortSignal
  /** True once somebody else may have the work: nothing more may be saved. */
  isLost(): boolean
  /** Renews at once, and throws when that or `signal` says that the work must stop. */
  renew(): Promise<void>
  release(): void
}

export type HeldLease = Omit<HeldClaim, 'renew'> & {
  /** Tells the worklist which step has begun, and proves that the lease still holds. */
  enter(step: TranscriptionStep): Promise<void>
}

/**
 * Keeps a claim alive while a long step runs. A renewal that fails because the database is away is
 * tried again until the claim would have run out; only then is it given up.
 */
export function holdClaim(options: {
  /** False when somebody else has it. */
  readonly renew: () => Promise<boolean>
  /** For the message of its loss. */
  readonly name: string
  readonly ttlMs: number
  readonly stop: AbortSignal | undefined
}): HeldClaim {
  const { name, ttlMs, stop } = options
  const lost = new AbortController()
  let renewedAt = performance.now()

  const lose = () => lost.abort(new Failure('lease-lost', `${name} is gone`, { retryable: false }))

  const renew = async () => {
    const askedAt = performance.now()
    if (await options.renew()) renewedAt = askedAt
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
    renew: async () => {
      await renew()
      signal.throwIfAborted()
    },
    release: () => clearInterval(timer),
  }
}

/** Keeps the lease on a dictation, and tells the worklist which step it is at. */
export function holdLease(options: {
  readonly dictations: Pick<DictationStore, 'renewLease'>
  readonly dictationId: string
  readonly fence: number
  readonly ttlMs: number
  readonly stop: AbortSignal | undefined
}): HeldLease {
  const { dictations, dictationId, fence, ttlMs, stop } = options
  let step: TranscriptionStep = 'decode'
  const { renew, ...held } = holdClaim({
    renew: () => dictations.renewLease(dictationId, fence, { ttlMs, step }),
    name: `dictation ${dictationId}: lease ${fence}`,
    ttlMs,
    stop,
  })
  return {
    ...held,
    enter: (next) => {
      step = next
      return renew()
    },
  }
}
