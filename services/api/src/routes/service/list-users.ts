import { listUsersQuery, usersReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { errors, zodApp } from '../zod-app.ts'

export function listUsers(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/users',
    {
      schema: {
        summary: 'People, for example the doctors who dictate',
        tags: ['service'],
        querystring: listUsersQuery,
        response: { 200: usersReply, ...errors('not-signed-in') },
      },
      config: { policy: 'list-users' },
    },
    async ({ query }) => ({ items: [...(await needs.accounts.listUsers(query.role))] }),
  )
}
