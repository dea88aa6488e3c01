import type { Readable } from 'node:stream'
import type { Multipart, MultipartFile } from '@fastify/multipart'
import { Failure } from '@plume/records'
import type { FastifyRequest } from 'fastify'
import { RefusedRequest } from '../../refused-request.ts'

/** An upload that says it is too large need not be read to be refused. */
export function refuseDeclaredSize(request: FastifyRequest, maxBytes: number): void {
  const partsAround = 64 * 1024
  if (Number(request.headers['content-length'] ?? 0) <= maxBytes + partsAround) return
  // Read on without keeping anything, so that the sender gets to see the answer.
  request.raw.resume()
  throw new RefusedRequest('upload-too-large')
}

export type Form = {
  readonly fields: Readonly<Record<string, string>>
  readonly audio: MultipartFile
  /** What comes after the audio: there must be nothing. */
  readonly rest: AsyncIterator<Multipart>
}

/** The text parts up to the audio, which is still unread then. `known`: the names that they may have. */
export async function readForm(request: FastifyRequest, known: readonly string[]): Promise<Form> {
  const fields = new Map<string, string>()
  try {
    const parts = request.parts()
    for (;;) {
      const { value: part, done } = await parts.next()
      if (done) break
      if (isFile(part)) {
        if (part.fieldname !== 'audio') break
        return { fields: Object.fromEntries(fields), audio: part, rest: parts }
      }
      if (!known.includes(part.fieldname)) throw wrongPart(part, 'unknown', known)
      if (fields.has(part.fieldname)) throw wrongPart(part, 'twice', known)
      fields.set(part.fieldname, String(part.value))
    }
  } catch (error) {
    throw brokenOff(error)
  }
  throw new RefusedRequest('missing-audio')
}

/** A part that no route knows is not named in the answer: it may hold anything. */
function wrongPart(
  { fieldname }: Multipart,
  problem: string,
  known: readonly string[],
): RefusedRequest {
  const path = known.includes(fieldname) ? `/${fieldname}` : '/'
  return new RefusedRequest('invalid-request', [{ path, problem }])
}

function isFile(part: Multipart): part is MultipartFile {
  return part.type === 'file'
}

/**
 * The bytes of the file. Its end is the end only when the form ends too: a patient named after the
 * audio must not get lost unnoticed.
 */
export async function* wholly(
  file: Readable,
  rest: AsyncIterator<Multipart>,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of file) yield Buffer.from(chunk)
    const { value, done } = await rest.next()
    if (!done) throw wrongPart(value, 'after-audio', [])
  } catch (error) {
    throw brokenOff(error)
  }
}

/** A form that stops too early, or is none, is the sender's fault, not ours. */
function brokenOff(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  const early =
    /^(ECONNRESET|ERR_STREAM_PREMATURE_CLOSE|ABORT_ERR)$/.test(code) ||
    /unexpected end|premature close|aborted/i.test(error.message)
  if (early) return new RefusedRequest('upload-incomplete')
  const isOurs = error instanceof RefusedRequest || error instanceof Failure || code !== ''
  return isOurs ? error : new RefusedRequest('invalid-request')
}
