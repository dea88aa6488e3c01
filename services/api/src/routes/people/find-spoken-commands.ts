import { spokenCommandsSchema, vocabularyParams } from '@plume/contracts'
import { commandFamilies } from '@plume/terminology/commands'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { userOf } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'
import { authorOf } from './author-of.ts'

export function findSpokenCommands(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/people/:id/spoken-commands',
    {
      schema: {
        summary: 'The families of spoken commands that an author has switched off',
        tags: ['people'],
        params: vocabularyParams,
        response: {
          200: spokenCommandsSchema,
          ...errors('not-signed-in', 'not-allowed', 'unknown-author'),
        },
      },
      config: { policy: 'edit-vocabulary' },
    },
    async (request) => {
      const author = await authorOf(request.params.id, userOf(request), needs)
      const off = await needs.authorCommands.offFor(author.id)
      return { off: commandFamilies.filter((family) => off.includes(family)) }
    },
  )
}
