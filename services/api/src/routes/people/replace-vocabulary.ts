import { vocabularyParams, vocabularySchema } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { userOf } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'
import { authorOf } from './author-of.ts'

/** The whole list at once: what is not in it is forgotten. */
export function replaceVocabulary(app: FastifyInstance, needs: Needs): void {
  zodApp(app).put(
    '/api/people/:id/vocabulary',
    {
      schema: {
        summary: "Replace an author's own words for the speech engine",
        tags: ['people'],
        params: vocabularyParams,
        body: vocabularySchema,
        response: {
          200: vocabularySchema,
          ...errors('not-signed-in', 'not-allowed', 'unknown-author', 'invalid-request'),
        },
      },
      config: { policy: 'edit-vocabulary' },
    },
    async (request) => {
      const user = userOf(request)
      const { id } = await authorOf(request.params.id, user, needs)
      const { terms } = request.body
      await needs.authorTerms.replace(id, terms, {
        kind: 'vocabulary-replaced',
        authorId: id,
        terms: terms.length,
        actor: user.id,
        at: needs.now(),
      })
      return { terms }
    },
  )
}
