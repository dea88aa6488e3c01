import { unlockBody, unlockReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { orRefuse } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'

/** A recorder's password often has four digits: nobody gets to try them all. */
const attempts = { max: 10, timeWindow: '1 minute' }

/** Gives the password of an encrypted recording. It is asked once: Plume keeps it for the author, sealed. */
export function unlockRecording(app: FastifyInstance, needs: Needs): void {
  zodApp(app).post(
    '/api/dictations/:id/password',
    {
      schema: {
        summary: 'Give the password of an encrypted recording',
        tags: ['dictations'],
        params: idParams,
        body: unlockBody,
        response: {
          200: unlockReply,
          ...errors(
            'not-signed-in',
            'not-allowed',
            'dictation-not-found',
            'dictation-not-waiting',
            'wrong-recording-password',
            'too-many-requests',
          ),
        },
      },
      config: {
        policy: 'upload-dictation',
        rateLimit: {
          ...attempts,
          hook: 'preHandler',
          keyGenerator: (request) => `unlock ${userOf(request).id}`,
        },
      },
    },
    async (request) => {
      const { id } = request.params
      const { password } = request.body
      const done = orRefuse(await needs.useCases.unlockDictation(id, password, userOf(request)))
      return { unlocked: [...done.unlocked] }
    },
  )
}
