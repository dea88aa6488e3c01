import { worklistQuery, worklistReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { userOf } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'
import { dictationView } from './dictation-view.ts'

/** The worklist: stat first, then urgent, then routine; the oldest first in each. */
export function listDictations(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/dictations',
    {
      schema: {
        summary: 'The worklist',
        tags: ['dictations'],
        querystring: worklistQuery,
        response: { 200: worklistReply, ...errors('not-signed-in', 'invalid-request') },
      },
      config: { policy: 'read-worklist' },
    },
    async (request) => {
      const { query } = request
      const { status, reportStatus, priority, authorId, page, pageSize } = query
      const found = await needs.dictations.worklist({
        page,
        pageSize,
        ...(status ? { status } : {}),
        ...(reportStatus ? { reportStatus } : {}),
        ...(priority ? { priority } : {}),
        ...(authorId ? { authorId } : {}),
      })
      return { ...found, items: found.items.map((entry) => dictationView(entry, userOf(request))) }
    },
  )
}
