import { recordingReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { found } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'

/** What is known about the sound: facts, outline, recognised words. */
export function findRecording(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/dictations/:id/recording',
    {
      schema: {
        summary: 'The recording’s facts, outline and recognised words',
        tags: ['dictations'],
        params: idParams,
        response: { 200: recordingReply, ...errors('not-signed-in', 'dictation-not-found') },
      },
      config: { policy: 'play-recording' },
    },
    async (request) => {
      const { params } = request
      const recording = found(
        await needs.dictations.findRecording(params.id),
        'dictation-not-found',
      )
      const { facts, peaks, recognition, playbackSha256 } = recording
      await needs.audit.append({
        kind: 'recognition-read',
        dictationId: params.id,
        actor: userOf(request).id,
        at: needs.now(),
      })
      return { facts, peaks: [...peaks], recognition, playable: playbackSha256 !== null }
    },
  )
}
