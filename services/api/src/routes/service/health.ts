import { healthReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { zodApp } from '../zod-app.ts'
import { workerFreshMs } from './worker-fresh.ts'

/** Whether the service works, for people and for whatever restarts it. Says nothing about patients. */
export function health(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/health',
    {
      schema: {
        summary: 'Whether the service works',
        tags: ['service'],
        response: { 200: healthReply, 503: healthReply },
      },
      config: { policy: 'public' },
    },
    async (_request, reply) => {
      const database = await needs.databaseAnswers()
      if (!database) return reply.code(503).send({ status: 'degraded', database, workers: [] })
      const workers = await needs.workers.list(workerFreshMs)
      const ready = workers.some(({ engines }) => engines.length > 0)
      return {
        status: ready ? ('ok' as const) : ('degraded' as const),
        database,
        workers: workers.map(({ id, engines, languages }) => ({
          id,
          engines: engines.map(({ engine, model, demonstrationOnly }) => ({
            engine,
            model,
            demonstrationOnly,
            languages: [...languages],
          })),
        })),
      }
    },
  )
}
