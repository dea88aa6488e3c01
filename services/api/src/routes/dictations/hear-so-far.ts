import { heardReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { found } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { createRecentPlays } from './recent-plays.ts'

/** The words of a dictation as they are recognised. The stream of changes says when there are more. */
export function hearSoFar(app: FastifyInstance, needs: Needs): void {
  // A page asks again for every piece that is heard: that is one reading.
  const readings = createRecentPlays()
  zodApp(app).get(
    '/api/dictations/:id/heard',
    {
      schema: {
        summary: 'The words heard so far, while a dictation is recognised',
        description: 'Empty before and afterwards. Not written, not checked, not whole.',
        tags: ['dictations'],
        params: idParams,
        response: { 200: heardReply, ...errors('not-signed-in', 'dictation-not-found') },
      },
      config: { policy: 'play-recording' },
    },
    async (request) => {
      const { id } = request.params
      found(await needs.dictations.find(id), 'dictation-not-found')
      const heard = await needs.dictations.heardSoFar(id)
      const actor = userOf(request).id
      const at = needs.now()
      if (heard.length > 0 && readings.isNew(`${actor} ${id}`, at)) {
        await needs.audit.append({ kind: 'recognition-read', dictationId: id, actor, at })
      }
      return {
        pieces: heard.map(({ piece, words }) => ({
          number: piece,
          text: words.map(({ text }) => text).join(' '),
        })),
      }
    },
  )
}
