import type { FastifyInstance } from 'fastify'

/**
 * One line for each request: the route's pattern rather than the address, whose query may name a
 * patient. Bodies, queries, cookies and headers are never logged.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        userId: request.openSession?.user.id ?? null,
      },
      'request',
    )
  })
}
