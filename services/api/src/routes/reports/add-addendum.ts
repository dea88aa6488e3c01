import { addendumBody, reportStateReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { orRefuse } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { reportState } from './report-state.ts'

/** Adds to a signed report, as its author. What was signed stays as it was. */
export function addAddendum(app: FastifyInstance, needs: Needs): void {
  zodApp(app).post(
    '/api/reports/:id/addenda',
    {
      schema: {
        summary: 'Add to a signed report',
        tags: ['reports'],
        params: idParams,
        body: addendumBody,
        response: {
          200: reportStateReply,
          ...errors(
            'not-signed-in',
            'not-allowed',
            'csrf-refused',
            'report-not-found',
            'stale-version',
            'empty-addendum',
          ),
        },
      },
      config: { policy: 'sign-report' },
    },
    async (request) => {
      const user = userOf(request)
      const { id } = request.params
      const { version, text } = request.body
      const added = await needs.useCases.addAddendum({ reportId: id, author: user, version, text })
      const report = orRefuse(added)
      return reportState(needs, report)
    },
  )
}
