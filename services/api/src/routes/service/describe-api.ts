import type { FastifyInstance } from 'fastify'
import { zodApp } from '../zod-app.ts'

/** The OpenAPI 3.1 description, made from the same schemas that check requests and replies. */
export function describeApi(app: FastifyInstance): void {
  zodApp(app).get(
    '/api/openapi.json',
    { schema: { hide: true }, config: { policy: 'public' } },
    async () => app.swagger(),
  )
}
