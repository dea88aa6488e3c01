import { listMacrosQuery, macrosReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { userOf } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'
import { macroView } from './macro-view.ts'

export function listMacros(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/macros',
    {
      schema: {
        summary: 'Macros of an author and of the site',
        tags: ['macros'],
        querystring: listMacrosQuery,
        response: { 200: macrosReply, ...errors('not-signed-in', 'invalid-request') },
      },
      config: { policy: 'read-macros' },
    },
    async (request) => {
      const user = userOf(request)
      const author = request.query.author ?? (user.role === 'doctor' ? user.id : null)
      const macros = await needs.macros.of(author)
      return { items: macros.map((macro) => macroView(macro, user)) }
    },
  )
}
