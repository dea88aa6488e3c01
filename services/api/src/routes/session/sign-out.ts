import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Needs } from '../../needs.ts'
import { cookieName, userOf } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'

/** Ends the session on the server, and asks the browser to forget what it kept. */
export function signOut(app: FastifyInstance, needs: Needs): void {
  zodApp(app).delete(
    '/api/session',
    {
      schema: {
        summary: 'Sign out',
        tags: ['session'],
        response: { 204: z.null(), ...errors('not-signed-in', 'csrf-refused') },
      },
      config: { policy: 'signed-in' },
    },
    async (request, reply) => {
      await needs.sessions.close(request.openSession?.token ?? '')
      needs.openStreams.endOf(request.openSession?.id ?? '')
      await needs.audit.append({ kind: 'signed-out', actor: userOf(request).id, at: needs.now() })
      reply.clearCookie(cookieName(needs.config), { path: '/' })
      reply.header('clear-site-data', '"cache", "storage"')
      return reply.code(204).send(null)
    },
  )
}
