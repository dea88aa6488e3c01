import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { found, RefusedRequest } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams } from '../zod-app.ts'
import { parseRange } from './parse-range.ts'
import { createRecentPlays } from './recent-plays.ts'

/** The decoded recording as 16 kHz mono WAV, whole or in ranges (RFC 9110, 14.2): players seek. */
export function playAudio(app: FastifyInstance, needs: Needs): void {
  const plays = createRecentPlays()
  // Without the typed replies: what this sends is sound.
  app.get<{ Params: { id: string } }>(
    '/api/dictations/:id/audio',
    {
      schema: {
        summary: 'The recording, to listen to',
        tags: ['dictations'],
        params: idParams,
        response: errors(
          'not-signed-in',
          'dictation-not-found',
          'recording-not-ready',
          'range-not-satisfiable',
        ),
      },
      config: { policy: 'play-recording' },
    },
    async (request, reply) => {
      const { id } = request.params
      const recording = found(await needs.dictations.findRecording(id), 'dictation-not-found')
      const sha256 = found(recording.playbackSha256, 'recording-not-ready')
      const { byteLength } = found(await needs.blobs.stat(sha256), 'blob-missing')

      reply.header('accept-ranges', 'bytes')
      const range = parseRange(request.headers.range, byteLength)
      if (range === 'unsatisfiable') {
        reply.header('content-range', `bytes */${byteLength}`)
        throw new RefusedRequest('range-not-satisfiable')
      }
      const { start, end } = range ?? { start: 0, end: byteLength - 1 }
      const actor = userOf(request).id
      if (request.method !== 'HEAD' && plays.isNew(`${actor} ${id}`, needs.now())) {
        await needs.audit.append({
          kind: 'recording-played',
          dictationId: id,
          actor,
          at: needs.now(),
        })
      }
      if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${byteLength}`)
      reply.type('audio/wav').header('content-length', end - start + 1)
      return reply.send(await needs.blobs.open(sha256, { start, end }))
    },
  )
}
