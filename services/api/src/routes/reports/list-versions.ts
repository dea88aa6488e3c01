import { versionsReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { found } from '../../refused-request.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { namesOf, versionView } from './report-view.ts'

export function listVersions(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/reports/:id/versions',
    {
      schema: {
        summary: 'All versions of a report',
        tags: ['reports'],
        params: idParams,
        response: { 200: versionsReply, ...errors('not-signed-in', 'report-not-found') },
      },
      config: { policy: 'read-report' },
    },
    async ({ params }) => {
      found(await needs.reports.find(params.id), 'report-not-found')
      const versions = await needs.reports.versions(params.id)
      const nameOf = await namesOf(
        needs,
        versions.map(({ savedBy }) => savedBy),
      )
      return { items: versions.map((version) => versionView(version, nameOf)) }
    },
  )
}
