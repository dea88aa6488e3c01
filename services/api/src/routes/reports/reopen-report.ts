import { atVersionBody, reportStateReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { orRefuse } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { reportState } from './report-state.ts'

/** Takes a finalised report back for more work, before it is signed. */
export function reopenReport(app: FastifyInstance, needs: Needs): void {
  zodApp(app).post(
    '/api/reports/:id/reopen',
    {
      schema: {
        summary: 'Take a finalised report back',
        tags: ['reports'],
        params: idParams,
        body: atVersionBody,
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
      const { version } = request.body
      const report = orRefuse(await needs.useCases.reopenReport(id, user, version))
      return reportState(needs, report)
    },
  )
}
