import { reportFormatQuery, reportReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { found } from '../../refused-request.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { sendReport } from './send-report.ts'

/** A report as it stands: JSON with provenance, or a document. */
export function findReport(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/reports/:id',
    {
      schema: {
        summary: 'A report’s newest version',
        description:
          '`format=html`, `txt`, `md`, `pdf` and `docx` give the document instead of JSON.',
        tags: ['reports'],
        params: idParams,
        querystring: reportFormatQuery,
        response: {
          200: reportReply,
          ...errors('not-signed-in', 'not-allowed', 'report-not-found'),
        },
      },
      config: { policy: 'read-report' },
    },
    async (request, reply) => {
      const report = found(await needs.reports.find(request.params.id), 'report-not-found')
      return sendReport(needs, report, report.version, request.query.format, request, reply)
    },
  )
}
