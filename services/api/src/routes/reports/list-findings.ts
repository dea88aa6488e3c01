import { findingsReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { found } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { findingViews } from './findings-view.ts'

export function listFindings(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/reports/:id/findings',
    {
      schema: {
        summary: 'What a person should look at in a report',
        description:
          'What the writer doubted or proposes, and the lints of the newest version, the most harmful first, each with what became of it.',
        tags: ['reports'],
        params: idParams,
        response: {
          200: findingsReply,
          ...errors('not-signed-in', 'not-allowed', 'report-not-found'),
        },
      },
      config: { policy: 'read-report' },
    },
    async (request) => {
      const report = found(await needs.reports.find(request.params.id), 'report-not-found')
      const version = found(
        await needs.reports.version(report.id, report.version),
        'version-not-found',
      )
      // Findings quote the report: who reads them reads it.
      await needs.audit.append({
        kind: 'report-read',
        reportId: report.id,
        version: version.number,
        actor: userOf(request).id,
        at: needs.now(),
      })
      return { version: version.number, items: await findingViews(needs, report, version) }
    },
  )
}
