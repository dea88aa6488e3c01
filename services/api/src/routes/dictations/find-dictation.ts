import { dictationSchema } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { found } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { dictationView } from './dictation-view.ts'

export function findDictation(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/dictations/:id',
    {
      schema: {
        summary: 'One dictation and where it stands',
        tags: ['dictations'],
        params: idParams,
        response: { 200: dictationSchema, ...errors('not-signed-in', 'dictation-not-found') },
      },
      config: { policy: 'read-worklist' },
    },
    async (request) => {
      const entry = await needs.dictations.findEntry(request.params.id)
      return dictationView(found(entry, 'dictation-not-found'), userOf(request))
    },
  )
}
