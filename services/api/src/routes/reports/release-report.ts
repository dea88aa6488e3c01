import { reportStateReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { orRefuse } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { reportState } from './report-state.ts'

/** Lays a report back for somebody else. */
export function releaseReport(app: FastifyInstance, needs: Needs): void {
  zodApp(app).delete(
    '/api/reports/:id/claim',
    {
      schema: {
        summary: 'Lay a report back',
        tags: ['reports'],
        params: idParams,
        response: {
          200: reportStateReply,
          ...errors('not-signed-in', 'not-allowed', 'report-not-found', 'not-claimed'),
        },
      },
      config: { policy: 'edit-report' },
    },
    async (request) => {
      const { id } = request.params
      const report = orRefuse(await needs.useCases.releaseReport(id, userOf(request)))
      return reportState(needs, report)
    },
  )
}
