import { correspondentSchema, putCorrespondentBody } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { orRefuse } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { correspondentView } from './correspondent-view.ts'

/** Makes an entry under an id that the caller chose, or changes the one that has it: safe to send twice. */
export function putCorrespondent(app: FastifyInstance, needs: Needs): void {
  zodApp(app).put(
    '/api/correspondents/:id',
    {
      schema: {
        summary: 'Put a correspondent into the directory, or change one',
        tags: ['correspondents'],
        params: idParams,
        body: putCorrespondentBody,
        response: {
          200: correspondentSchema,
          ...errors(
            'not-signed-in',
            'not-allowed',
            'csrf-refused',
            'correspondent-known',
            'invalid-request',
          ),
        },
      },
      config: { policy: 'edit-correspondents' },
    },
    async (request) => {
      const { id } = request.params
      const stored = await needs.correspondents.put(id, request.body, {
        kind: 'correspondent-changed',
        correspondentId: id,
        actor: userOf(request).id,
        at: needs.now(),
      })
      return correspondentView(orRefuse(stored))
    },
  )
}
