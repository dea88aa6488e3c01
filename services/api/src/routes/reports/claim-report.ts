import { claimBody, reportStateReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { orRefuse } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { reportState } from './report-state.ts'

/** Takes a report, or takes it over when asked to. Asking for what one holds changes nothing. */
export function claimReport(app: FastifyInstance, needs: Needs): void {
  zodApp(app).post(
    '/api/reports/:id/claim',
    {
      schema: {
        summary: 'Take a report to work on it',
        tags: ['reports'],
        params: idParams,
        body: claimBody,
        response: {
          200: reportStateReply,
          ...errors(
            'not-signed-in',
            'not-allowed',
            'csrf-refused',
            'report-not-found',
            'stale-version',
          ),
        },
      },
      config: { policy: 'edit-report' },
    },
    async (request) => {
      const user = userOf(request)
      const { id } = request.params
      const report = orRefuse(await needs.useCases.claimReport(id, user, request.body))
      return reportState(needs, report)
    },
  )
}
