import { templatesReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { errors, zodApp } from '../zod-app.ts'

export function listTemplates(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/templates',
    {
      schema: {
        summary: 'Report templates',
        tags: ['service'],
        response: { 200: templatesReply, ...errors('not-signed-in') },
      },
      config: { policy: 'read-templates' },
    },
    async () => ({
      items: needs.templates.map(({ id, version, locale, title }) => ({
        id,
        version,
        locale,
        title,
      })),
    }),
  )
}
