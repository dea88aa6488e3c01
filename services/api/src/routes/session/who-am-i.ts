import { sessionReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import { userOf } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'
import { sessionOf } from './sign-in.ts'

/** Whose session this is; a page that was reloaded asks. */
export function whoAmI(app: FastifyInstance): void {
  zodApp(app).get(
    '/api/session',
    {
      schema: {
        summary: 'Whose session this is',
        tags: ['session'],
        response: { 200: sessionReply, ...errors('not-signed-in') },
      },
      config: { policy: 'signed-in' },
    },
    async (request) => sessionOf(userOf(request), request.openSession?.token ?? ''),
  )
}
