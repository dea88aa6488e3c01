import type { Socket } from 'node:net'
import { type ErrorCode, type ErrorReply, errorCatalogue } from '@plume/contracts'
import { Failure } from '@plume/records'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { RefusedRequest } from './refused-request.ts'

/** Fastify's and its plugins' own errors that a caller can cause. Everything else is ours. */
const codesOfFastify: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-content-type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'wrong-content-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request-too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'upload-incomplete',
  FST_PARTS_LIMIT: 'invalid-request',
  FST_FILES_LIMIT: 'invalid-request',
  FST_FIELDS_LIMIT: 'invalid-request',
  FST_REQ_FILE_TOO_LARGE: 'upload-too-large',
  FST_PROTO_VIOLATION: 'invalid-request',
}

/** Every error becomes one answer of the catalogue. Details of ours go to the log, never to the caller. */
export function handleError(
  error: FastifyError | RefusedRequest | Failure | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const code = codeOf(error)
  const { status } = errorCatalogue[code]
  if (status >= 500) request.log.error(describe(error, code), 'request failed')
  // A cut-off upload leaves bytes that nobody will read: the connection cannot be used again.
  if (!request.raw.readableEnded && request.method === 'POST') reply.header('connection', 'close')
  reply
    .code(status)
    .type('application/json')
    .send(errorBody(code, request.id, problemsOf(error)))
}

export function handleNotFound(request: FastifyRequest, reply: FastifyReply): void {
  reply.code(404).type('application/json').send(errorBody('route-not-found', request.id))
}

/** Answers what is no HTTP at all. Nothing of it is logged: it may hold anything. */
export function answerMalformed(_error: Error, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const body = JSON.stringify(errorBody('invalid-request', 'none'))
  socket.end(
    `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

export function errorBody(
  code: ErrorCode,
  requestId: string,
  problems: ErrorReply['problems'] = [],
): ErrorReply {
  const { en, fr } = errorCatalogue[code]
  const reply = { code, message: { en, fr }, requestId }
  return problems.length > 0 ? { ...reply, problems } : reply
}

function codeOf(error: Error): ErrorCode {
  if (error instanceof RefusedRequest) return error.code
  if (error instanceof Failure) return error.code
  if (hasZodFastifySchemaValidationErrors(error)) return 'invalid-request'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (isLostDatabase(error, code)) return 'database-unreachable'
  return codesOfFastify[code] ?? codeOfStatus(error) ?? 'unexpected-failure'
}

/** Errors of plugins and of the router bear the status of their answer and often nothing else. */
function codeOfStatus(error: Error): ErrorCode | null {
  const status = 'statusCode' in error ? Number(error.statusCode) : 0
  // The multipart parser has neither code nor status for a form without a boundary.
  if (status === 0 && /^Multipart: Boundary not found/.test(error.message)) return 'invalid-request'
  switch (status) {
    case 404:
      return 'route-not-found'
    case 413:
      return 'request-too-large'
    case 415:
      return 'wrong-content-type'
    case 416:
      return 'range-not-satisfiable'
    case 429:
      return 'too-many-requests'
    default:
      return status >= 400 && status < 500 ? 'invalid-request' : null
  }
}

/**
 * The database driver's ways of saying that the server is not there or went away: the system's own
 * codes, Postgres's (Appendix A: classes 08, 53300 and 57P01 to 57P03), and sentences without a code.
 */
function isLostDatabase(error: Error, code: string): boolean {
  if (/^(57P0[123]|53300|08\d{3})$/.test(code)) return true
  if (/^(Connection terminated|Client has encountered a connection error)/.test(error.message)) {
    return true
  }
  const fromDriver = /node_modules\/(pg|pg-pool|kysely)\//.test(error.stack ?? '')
  return fromDriver && /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/.test(code)
}

/** Where a request is wrong. The value is not repeated: it may be a patient's. */
function problemsOf(error: Error): NonNullable<ErrorReply['problems']> {
  if (error instanceof RefusedRequest) return [...error.problems]
  if (!hasZodFastifySchemaValidationErrors(error)) return []
  return error.validation.map(({ instancePath, keyword }) => ({
    path: instancePath || '/',
    problem: keyword,
  }))
}

/** Kind and place of an error for the log. Messages that are not ours could quote what they choked on. */
function describe(error: Error, code: ErrorCode) {
  const message = error instanceof Failure ? { message: error.message } : {}
  const cause = codeOfCause(error)
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    code,
    error: error.name,
    ...message,
    ...(cause ? { cause } : {}),
    at: at.slice(0, 6).map((line) => line.trim()),
  }
}

/** The code of the system or the database, such as `ENOSPC` or `23505`. */
function codeOfCause(error: Error): string | null {
  const { cause = error } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : null
}
