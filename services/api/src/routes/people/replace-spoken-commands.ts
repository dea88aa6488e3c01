import { spokenCommandsSchema, vocabularyParams } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { userOf } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'
import { authorOf } from './author-of.ts'

/** The whole list at once: what is not in it is switched on. Holds for dictations that are written from now on. */
export function replaceSpokenCommands(app: FastifyInstance, needs: Needs): void {
  zodApp(app).put(
    '/api/people/:id/spoken-commands',
    {
      schema: {
        summary:
          'Switch families of spoken commands off for an author: their words are then written',
        tags: ['people'],
        params: vocabularyParams,
        body: spokenCommandsSchema,
        response: {
          200: spokenCommandsSchema,
          ...errors('not-signed-in', 'not-allowed', 'unknown-author', 'invalid-request'),
        },
      },
      config: { policy: 'edit-vocabulary' },
    },
    async (request) => {
      const user = userOf(request)
      const { id } = await authorOf(request.params.id, user, needs)
      const off = [...new Set(request.body.off)]
      await needs.authorCommands.replace(id, off, {
        kind: 'spoken-commands-replaced',
        authorId: id,
        off: off.length,
        actor: user.id,
        at: needs.now(),
      })
      return { off }
    },
  )
}
