import { correspondentsReply, searchCorrespondentsBody } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { errors, zodApp } from '../zod-app.ts'
import { correspondentView } from './correspondent-view.ts'

/** Changes nothing; a POST only so that no name stands in an address. */
export function searchCorrespondents(app: FastifyInstance, needs: Needs): void {
  zodApp(app).post(
    '/api/correspondents/search',
    {
      schema: {
        summary: 'Find correspondents in the directory',
        tags: ['correspondents'],
        body: searchCorrespondentsBody,
        response: {
          200: correspondentsReply,
          ...errors('not-signed-in', 'not-allowed', 'csrf-refused', 'invalid-request'),
        },
      },
      config: { policy: 'read-correspondents' },
    },
    async (request) => {
      const found = await needs.correspondents.search(request.body)
      return { ...found, items: found.items.map(correspondentView) }
    },
  )
}
