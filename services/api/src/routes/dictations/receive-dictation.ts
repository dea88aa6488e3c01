import { dictationSchema, uploadFields } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { found, orRefuse } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'
import { dictationView } from './dictation-view.ts'
import { readForm, refuseDeclaredSize, wholly } from './read-form.ts'
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
          'multipart/form-data: the text parts author, template, locale, language, workType, priority, patient ' +
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
      const { fields, audio, rest } = await readForm(request, uploadFields.keyof().options)
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
