/** Something outside the rules broke: a disk, an engine, a network. Codes: docs/errors.md. */
export type FailureCode =
  | 'blob-missing'
  | 'blob-damaged'
  | 'blob-store-full'
  | 'decoder-crashed'
  | 'decoder-timeout'
  | 'engine-unavailable'
  | 'engine-crashed'
  | 'engine-timeout'
  | 'engine-output-unreadable'
  | 'lease-lost'
  | 'database-unreachable'
  | 'invalid-configuration'
  | 'worker-kept-dying'

/**
 * Thrown for failures. The worker reads `retryable`, never the message. Messages carry ids and
 * numbers, never a patient's words.
 */
export class Failure extends Error {
  readonly code: FailureCode
  readonly retryable: boolean

  constructor(
    code: FailureCode,
    message: string,
    options: { readonly retryable: boolean; readonly cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Failure'
    this.code = code
    this.retryable = options.retryable
  }
}
