import { dictationSchema } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { found, RefusedRequest } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { dictationView } from './dictation-view.ts'

/** Puts a dictation that was set aside back in the queue. */
export function retryDictation(app: FastifyInstance, needs: Needs): void {
  zodApp(app).post(
    '/api/dictations/:id/retry',
    {
      schema: {
        summary: 'Try again',
        tags: ['dictations'],
        params: idParams,
        response: {
          200: dictationSchema,
          ...errors('not-signed-in', 'dictation-not-found', 'dictation-not-waiting'),
        },
      },
      config: { policy: 'retry-dictation' },
    },
    async (request) => {
      const { id } = request.params
      found(await needs.dictations.find(id), 'dictation-not-found')
      const retried = await needs.dictations.retry(id, {
        kind: 'dictation-retried',
        dictationId: id,
        actor: userOf(request).id,
        at: needs.now(),
      })
      if (!retried) throw new RefusedRequest('dictation-not-waiting')
      const entry = found(await needs.dictations.findEntry(id), 'dictation-not-found')
      return dictationView(entry, userOf(request))
    },
  )
}
