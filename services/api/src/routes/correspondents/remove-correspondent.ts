import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Needs } from '../../needs.ts'
import { RefusedRequest } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'

/** Letters that were made keep the name and the address. */
export function removeCorrespondent(app: FastifyInstance, needs: Needs): void {
  zodApp(app).delete(
    '/api/correspondents/:id',
    {
      schema: {
        summary: 'Remove a correspondent from the directory',
        tags: ['correspondents'],
        params: idParams,
        response: {
          204: z.null(),
          ...errors('not-signed-in', 'not-allowed', 'csrf-refused', 'correspondent-not-found'),
        },
      },
      config: { policy: 'edit-correspondents' },
    },
    async (request, reply) => {
      const { id } = request.params
      const removed = await needs.correspondents.remove(id, {
        kind: 'correspondent-removed',
        correspondentId: id,
        actor: userOf(request).id,
        at: needs.now(),
      })
      if (!removed) throw new RefusedRequest('correspondent-not-found')
      return reply.code(204).send(null)
    },
  )
}
