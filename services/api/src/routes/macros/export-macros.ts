import { listMacrosQuery } from '@plume/contracts'
import { formatMacros } from '@plume/report-templates'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Needs } from '../../needs.ts'
import { userOf } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'
import { checkMacroOwner } from './macro-owner.ts'

/** The macros of one owner as a file that an import reads: an author's own, or without one the site's. */
export function exportMacros(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/macros/file',
    {
      schema: {
        summary: 'Macros as a file',
        tags: ['macros'],
        querystring: listMacrosQuery,
        response: { 200: z.string(), ...errors('not-signed-in', 'not-allowed', 'unknown-author') },
      },
      config: { policy: 'read-macros' },
    },
    async (request, reply) => {
      const owner = request.query.author ?? null
      if (owner !== null) await checkMacroOwner(owner, userOf(request), needs)
      const macros = (await needs.macros.of(owner)).filter(({ authorId }) => authorId === owner)
      reply.header('content-disposition', 'attachment; filename="macros.md"')
      return reply.type('text/markdown; charset=utf-8').send(formatMacros(macros))
    },
  )
}
