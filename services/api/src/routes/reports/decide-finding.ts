import { decideFindingBody, decideFindingReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { orRefuse } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { decisionView } from './findings-view.ts'

/** Keeps what somebody did about a finding. The finding's id stands in the body: it may hold words of the report. */
export function decideFinding(app: FastifyInstance, needs: Needs): void {
  zodApp(app).post(
    '/api/reports/:id/findings/decisions',
    {
      schema: {
        summary: 'Decide about a finding, as the person who holds the report',
        description:
          '`taken`: the proposal is written by an edit of the text. `looked-at`: the text is right. `reopened`: neither, after all.',
        tags: ['reports'],
        params: idParams,
        body: decideFindingBody,
        response: {
          200: decideFindingReply,
          ...errors(
            'not-signed-in',
            'not-allowed',
            'csrf-refused',
            'report-not-found',
            'version-not-found',
            'finding-not-found',
            'not-claimed',
            'claimed-by-another',
            'already-signed',
          ),
        },
      },
      config: { policy: 'edit-report' },
    },
    async (request) => {
      const user = userOf(request)
      const { id: reportId } = request.params
      const decided = await needs.useCases.decideFinding({ reportId, user, ...request.body })
      return decisionView(orRefuse(decided), () => user.displayName)
    },
  )
}
