import { atVersionBody, reportStateReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { orRefuse } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { reportState } from './report-state.ts'

/** The author signs exactly the version on screen. Who signs is the session, never the request. */
export function signReport(app: FastifyInstance, needs: Needs): void {
  zodApp(app).post(
    '/api/reports/:id/sign',
    {
      schema: {
        summary: 'Sign a report',
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
      config: { policy: 'sign-report' },
    },
    async (request) => {
      const user = userOf(request)
      const { id } = request.params
      const { version } = request.body
      const report = orRefuse(await needs.useCases.signReport(id, user, version))
      return reportState(needs, report)
    },
  )
}
