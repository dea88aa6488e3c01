import {
  type AuditEvent,
  type DictationFailureReason,
  type DictationStore,
  Failure,
  type FailureCode,
} from '@plume/records'
import { UnreadableTemplates } from '@plume/report-templates/starter'
import type { Log } from '../worker-log.ts'
import type { HeldClaim } from './hold-lease.ts'

export type Outcome = Parameters<DictationStore['giveUp']>[2]

/** What a failed attempt means for the dictation. */
export type Settlement =
  | /** The attempt is over; the queue runs the job again. */ 'try-again'
  | /** Nothing is wrong with the recording: it waits until the reconciler finds it. */ 'wait'
  | /** The engine went away: it waits until a worker announces one. */ 'wait-for-engine'
  | { readonly failedBecause: DictationFailureReason }

/**
 * Failures of the machine rather than of one recording. A full disk or a database that is away must
 * not put every dictation in the failed room: they go back in the queue, however often it happens.
 */
const machineFailures: readonly FailureCode[] = [
  'blob-store-full',
  'database-unreachable',
  'invalid-configuration',
]

const reasonsOfFailures: Partial<Record<FailureCode, DictationFailureReason>> = {
  'engine-crashed': 'engine-crashed',
  'engine-timeout': 'engine-timeout',
  'engine-output-unreadable': 'engine-output-unreadable',
  'decoder-crashed': 'decoder-crashed',
  'decoder-timeout': 'decoder-timeout',
  'blob-missing': 'blob-missing',
  'blob-damaged': 'blob-damaged',
}

/** Decides from the error alone, and from how often it was tried. Pure. */
export function judgeFailure(
  error: unknown,
  tries: { readonly attempt: number; readonly maxAttempts: number },
): Settlement {
  const last = tries.attempt >= tries.maxAttempts
  if (!(error instanceof Failure)) {
    if (!last) return 'try-again'
    return isOfTheMachine(error) ? 'wait' : { failedBecause: 'unexpected-failure' }
  }
  if (error.code === 'engine-unavailable') return 'wait-for-engine'
  if (error.retryable && !last) return 'try-again'
  if (machineFailures.includes(error.code) || isExhaustion(error.cause)) return 'wait'
  return { failedBecause: reasonsOfFailures[error.code] ?? 'unexpected-failure' }
}

/**
 * An operating system's error (`ENOSPC`, `ECONNREFUSED`), or Postgres' SQLSTATE classes 08 connection,
 * 53 insufficient resources and 57 operator intervention (PostgreSQL manual, appendix A).
 */
function isOfTheMachine(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^E[A-Z]{2,}$/.test(code) || /^(08|53|57)[0-9A-Z]{3}$/.test(code)
}

/** The machine has run out of disk, memory or open files: no recording is at fault for that. */
function isExhaustion(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return /^(ENOSPC|EDQUOT|ENOMEM|EMFILE|ENFILE|EROFS|EIO|EAGAIN)$/.test(code)
}

/**
 * Ends a failed attempt: `settle` gives the work back in the right state; then this throws if it is to be tried again.
 */
export async function settleFailure(
  needs: { readonly maxAttempts: number; readonly log: Log },
  attempt: {
    readonly error: unknown
    readonly job: { readonly attempt: number; readonly signal?: AbortSignal }
    readonly dictationId: string
    readonly held: Pick<HeldClaim, 'isLost'>
    readonly settle: (settlement: Settlement) => Promise<unknown>
  },
): Promise<'done' | 'skipped'> {
  const { error, job, dictationId, held } = attempt
  const { log } = needs
  if (held.isLost() || isLostLease(error)) {
    log.warn('lease lost: another worker has the dictation')
    return 'skipped'
  }

  const stopped = job.signal?.aborted === true
  const settlement: Settlement = stopped
    ? 'try-again'
    : judgeFailure(error, { attempt: job.attempt, maxAttempts: needs.maxAttempts })
  if (stopped) log.info('stopped before the end: back in the queue')
  else if (settlement === 'try-again') log.warn({ error: describeError(error) }, 'attempt failed')
  else log.error({ error: describeError(error) }, 'last attempt failed')

  await attempt.settle(settlement).catch((failed: unknown) => {
    // The claim runs out by itself and the reconciler puts the work back.
    log.warn({ error: describeError(failed) }, 'the work could not be given back')
  })
  if (settlement === 'try-again') throw withoutItsWords(error, dictationId)
  return 'done'
}

export function outcomeOf(settlement: Settlement): Outcome {
  if (typeof settlement === 'object') return { to: 'failed', reason: settlement.failedBecause }
  return {
    to: 'queued',
    waitingFor: settlement === 'wait-for-engine' ? 'speech-engine' : null,
  }
}

/** The event of a worker that cannot go on. */
export function setAsideEvent(
  dictationId: string,
  status: Outcome['to'],
  at: Date,
): Extract<AuditEvent, { readonly kind: 'dictation-set-aside' }> {
  return { kind: 'dictation-set-aside', dictationId, status, actor: null, at }
}

function isLostLease(error: unknown): boolean {
  return error instanceof Failure && error.code === 'lease-lost'
}

/** The queue stores the message of what it is thrown; only ours are known to be quiet. */
function withoutItsWords(error: unknown, dictationId: string): Error {
  if (error instanceof Failure) return error
  return new Error(`dictation ${dictationId}: ${describeError(error).name}`)
}

/**
 * What a log may hold of an error: its kind, code and place. Not its message, which for an error
 * that we did not write could quote what it choked on.
 */
export function describeError(error: unknown): {
  readonly name: string
  readonly code?: string
  readonly message?: string
  readonly at?: readonly string[]
  readonly cause?: string
} {
  if (error instanceof Failure || error instanceof UnreadableTemplates) {
    const cause = error.cause instanceof Error ? { cause: error.cause.name } : {}
    return { name: error.name, code: error.code, message: error.message, ...cause }
  }
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, ...code, at: frames.slice(0, 6).map((line) => line.trim()) }
}
