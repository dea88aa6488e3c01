import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Needs } from '../../needs.ts'
import { found, RefusedRequest } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { checkMacroOwner } from './macro-owner.ts'

/** The texts it had stay in the database: signed reports may name them. */
export function removeMacro(app: FastifyInstance, needs: Needs): void {
  zodApp(app).delete(
    '/api/macros/:id',
    {
      schema: {
        summary: 'Remove a macro',
        tags: ['macros'],
        params: idParams,
        response: {
          204: z.null(),
          ...errors('not-signed-in', 'not-allowed', 'csrf-refused', 'macro-not-found'),
        },
      },
      config: { policy: 'edit-macros' },
    },
    async (request, reply) => {
      const user = userOf(request)
      const { id } = request.params
      const { authorId } = found(await needs.macros.find(id), 'macro-not-found')
      await checkMacroOwner(authorId, user, needs)
      const removed = await needs.macros.remove(id, {
        kind: 'macro-removed',
        macroId: id,
        authorId,
        actor: user.id,
        at: needs.now(),
      })
      if (!removed) throw new RefusedRequest('macro-not-found')
      return reply.code(204).send(null)
    },
  )
}
