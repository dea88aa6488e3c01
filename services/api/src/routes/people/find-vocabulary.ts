import { vocabularyParams, vocabularySchema } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { userOf } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'
import { authorOf } from './author-of.ts'

export function findVocabulary(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/people/:id/vocabulary',
    {
      schema: {
        summary: "An author's own words for the speech engine",
        tags: ['people'],
        params: vocabularyParams,
        response: {
          200: vocabularySchema,
          ...errors('not-signed-in', 'not-allowed', 'unknown-author'),
        },
      },
      config: { policy: 'edit-vocabulary' },
    },
    async (request) => {
      const author = await authorOf(request.params.id, userOf(request), needs)
      return { terms: [...(await needs.authorTerms.of(author.id))] }
    },
  )
}
