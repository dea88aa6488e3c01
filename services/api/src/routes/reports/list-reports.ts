import { listReportsQuery, listReportsReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { errors, zodApp } from '../zod-app.ts'

/** Reports by patient, author, state and date, the newest first. */
export function listReports(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/reports',
    {
      schema: {
        summary: 'Find reports',
        tags: ['reports'],
        querystring: listReportsQuery,
        response: {
          200: listReportsReply,
          ...errors('not-signed-in', 'not-allowed', 'invalid-request'),
        },
      },
      config: { policy: 'read-report' },
    },
    async ({ query }) => {
      const { patientId, authorId, status, from, to, page, pageSize } = query
      const found = await needs.reports.list({
        page,
        pageSize,
        ...(patientId ? { patientId } : {}),
        ...(authorId ? { authorId } : {}),
        ...(status ? { status } : {}),
        ...(from ? { from: new Date(from) } : {}),
        ...(to ? { to: new Date(to) } : {}),
      })
      return {
        ...found,
        items: found.items.map((item) => ({
          ...item,
          createdAt: item.createdAt.toISOString(),
          updatedAt: item.updatedAt.toISOString(),
        })),
      }
    },
  )
}
