import { reportStateReply, saveTextBody } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { orRefuse } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { reportState } from './report-state.ts'

/** Saves what the holder typed. Where the text comes from is checked against the stored versions. */
export function saveText(app: FastifyInstance, needs: Needs): void {
  zodApp(app).put(
    '/api/reports/:id/text',
    {
      schema: {
        summary: 'Save the text as the next version',
        tags: ['reports'],
        params: idParams,
        body: saveTextBody,
        response: {
          200: reportStateReply,
          ...errors(
            'not-signed-in',
            'not-allowed',
            'csrf-refused',
            'report-not-found',
            'stale-version',
            'sections-changed',
          ),
        },
      },
      config: { policy: 'edit-report' },
    },
    async (request) => {
      const user = userOf(request)
      const { id } = request.params
      const { baseVersion, text } = request.body
      const saved = await needs.useCases.saveReportText({
        reportId: id,
        editor: user,
        baseVersion,
        text,
      })
      const { report } = orRefuse(saved)
      return reportState(needs, report)
    },
  )
}
