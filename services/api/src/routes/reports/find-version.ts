import { reportFormatQuery, reportReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Needs } from '../../needs.ts'
import { found } from '../../refused-request.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { sendReport } from './send-report.ts'

const versionParams = idParams.extend({ number: z.coerce.number().int().min(1).max(1_000_000) })

/** Any version that ever was, as it was. */
export function findVersion(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/reports/:id/versions/:number',
    {
      schema: {
        summary: 'One version of a report',
        tags: ['reports'],
        params: versionParams,
        querystring: reportFormatQuery,
        response: {
          200: reportReply,
          ...errors('not-signed-in', 'not-allowed', 'version-not-found'),
        },
      },
      config: { policy: 'read-report' },
    },
    async (request, reply) => {
      const { id, number } = request.params
      const report = found(await needs.reports.find(id), 'report-not-found')
      return sendReport(needs, report, number, request.query.format, request, reply)
    },
  )
}
