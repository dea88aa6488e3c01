import type { ErrorCode } from '@plume/contracts'
import { isRefusal, type Refusal } from '@plume/records'

/** Ends a request with an error of the catalogue. The error handler turns it into the answer. */
export class RefusedRequest extends Error {
  readonly code: ErrorCode
  readonly problems: readonly { readonly path: string; readonly problem: string }[]

  constructor(code: ErrorCode, problems: RefusedRequest['problems'] = []) {
    super(code)
    this.name = 'RefusedRequest'
    this.code = code
    this.problems = problems
  }
}

/** The value of an outcome; a refusal ends the request. */
export function orRefuse<Value>(outcome: Value | Refusal): Value {
  if (isRefusal(outcome)) throw new RefusedRequest(outcome.refused)
  return outcome
}

/** The value, or an end of the request with this code. */
export function found<Value>(value: Value | null, otherwise: ErrorCode): Value {
  if (value === null) throw new RefusedRequest(otherwise)
  return value
}
