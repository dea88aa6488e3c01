import { dictationSchema } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { found, orRefuse } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { dictationView } from './dictation-view.ts'
import { readForm, refuseDeclaredSize, wholly } from './read-form.ts'
import { displayName } from './upload-details.ts'
import { withoutImpostors } from './without-impostors.ts'

/** Takes a recording that goes on with a dictation; all of it is transcribed anew, into one report. */
export function appendRecording(app: FastifyInstance, needs: Needs): void {
  zodApp(app).post(
    '/api/dictations/:id/recordings',
    {
      schema: {
        summary: 'Add a recording to a dictation',
        description: 'multipart/form-data with one part, the file audio.',
        tags: ['dictations'],
        params: idParams,
        response: {
          200: dictationSchema,
          201: dictationSchema,
          ...errors(
            'invalid-request',
            'wrong-content-type',
            'upload-too-large',
            'not-audio',
            'not-signed-in',
            'not-allowed',
            'dictation-not-found',
            'report-in-work',
            'blob-store-full',
          ),
        },
      },
      config: { policy: 'upload-dictation' },
    },
    async (request, reply) => {
      const { id } = request.params
      const { maxUploadBytes } = needs.config
      refuseDeclaredSize(request, maxUploadBytes)
      const { audio, rest } = await readForm(request, [])
      const { isNew } = orRefuse(
        await needs.useCases.appendRecording(id, userOf(request), {
          audio: await withoutImpostors(wholly(audio.file, rest)),
          fileName: displayName(audio.filename),
          maxBytes: maxUploadBytes,
        }),
      )
      const entry = found(await needs.dictations.findEntry(id), 'dictation-not-found')
      return reply.code(isNew ? 201 : 200).send(dictationView(entry, userOf(request)))
    },
  )
}
