import type { Readable } from 'node:stream'
import type { Multipart, MultipartFile } from '@fastify/multipart'
import { dictationSchema, uploadFields } from '@plume/contracts'
import { Failure } from '@plume/records'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Needs } from '../../needs.ts'
import { found, orRefuse, RefusedRequest } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'
import { dictationView } from './dictation-view.ts'
import { displayName, readDetails } from './upload-details.ts'
import { withoutImpostors } from './without-impostors.ts'

/**
 * Takes a recording in: `201` once it would survive a power cut, `200` when the same bytes are here
 * already. The audio streams to the disk; nothing is kept of an upload that is refused or breaks off.
 */
export function receiveDictation(app: FastifyInstance, needs: Needs): void {
  zodApp(app).post(
    '/api/dictations',
    {
      schema: {
        summary: 'Send a recording',
        description:
          'multipart/form-data: the text parts author, template, locale, workType, priority, patient ' +
          '(JSON) and order (JSON), then the file part audio.',
        tags: ['dictations'],
        consumes: ['multipart/form-data'],
        response: {
          200: dictationSchema,
          201: dictationSchema,
          ...errors(
            'invalid-request',
            'wrong-content-type',
            'upload-too-large',
            'not-audio',
            'not-signed-in',
            'blob-store-full',
          ),
        },
      },
      config: { policy: 'upload-dictation' },
    },
    async (request, reply) => {
      const { maxUploadBytes } = needs.config
      refuseDeclaredSize(request, maxUploadBytes)
      const { fields, audio, rest } = await readParts(request)
      const details = await readDetails(fields, userOf(request), needs)
      const { dictation, isNew } = orRefuse(
        await needs.useCases.receiveDictation({
          ...details,
          fileName: displayName(audio.filename),
          audio: await withoutImpostors(wholly(audio.file, rest)),
          maxBytes: maxUploadBytes,
        }),
      )
      const entry = found(await needs.dictations.findEntry(dictation.id), 'dictation-not-found')
      reply.header('location', `/api/dictations/${dictation.id}`)
      return reply.code(isNew ? 201 : 200).send(dictationView(entry, userOf(request)))
    },
  )
}

/** An upload that says it is too large need not be read to be refused. */
function refuseDeclaredSize(request: FastifyRequest, maxBytes: number): void {
  const partsAround = 64 * 1024
  if (Number(request.headers['content-length'] ?? 0) <= maxBytes + partsAround) return
  // Read on without keeping anything, so that the sender gets to see the answer.
  request.raw.resume()
  throw new RefusedRequest('upload-too-large')
}

type Form = {
  readonly fields: Readonly<Record<string, string>>
  readonly audio: MultipartFile
  /** What comes after the audio: there must be nothing. */
  readonly rest: AsyncIterator<Multipart>
}

/** The text parts up to the audio, which is still unread then. */
async function readParts(request: FastifyRequest): Promise<Form> {
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
      if (fields.has(part.fieldname)) throw wrongPart(part, 'twice')
      fields.set(part.fieldname, String(part.value))
    }
  } catch (error) {
    throw brokenOff(error)
  }
  throw new RefusedRequest('missing-audio')
}

function wrongPart({ fieldname }: Multipart, problem: string): RefusedRequest {
  const path = uploadFields.keyof().safeParse(fieldname).success ? `/${fieldname}` : '/'
  return new RefusedRequest('invalid-request', [{ path, problem }])
}

function isFile(part: Multipart): part is MultipartFile {
  return part.type === 'file'
}

/**
 * The bytes of the file. Its end is the end only when the form ends too: a patient named after the
 * audio must not get lost unnoticed.
 */
async function* wholly(file: Readable, rest: AsyncIterator<Multipart>): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of file) yield Buffer.from(chunk)
    const { value, done } = await rest.next()
    if (!done) throw wrongPart(value, 'after-audio')
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
