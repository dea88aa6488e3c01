import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { userOf } from '../../session-guard.ts'
import { createResumableUploads, rememberSender } from './resumable-uploads.ts'

const path = '/api/uploads'
const sweepMs = 3_600_000

/**
 * The tus protocol beside the plain upload, for recordings over weak connections. The fields of the
 * plain upload go into `Upload-Metadata`; the last answer names the dictation in `Plume-Dictation`.
 */
export function resumeUpload(app: FastifyInstance, needs: Needs): void {
  const uploads = createResumableUploads(needs, { path, directory: needs.config.uploadsDir })
  const sweep = setInterval(() => void uploads.forgetExpired().catch(() => {}), sweepMs)
  sweep.unref()
  app.addHook('onReady', async () => {
    const recovered = await uploads.recover()
    if (recovered > 0) app.log.info({ recovered }, 'uploads that were complete became dictations')
  })
  app.addHook('onClose', async () => clearInterval(sweep))

  // The bytes go to the tus server unread.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null))
  for (const url of [path, `${path}/:id`]) {
    app.route({
      method: ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'],
      url,
      schema: { hide: true },
      config: { policy: 'upload-dictation' },
      handler: async (request, reply) => {
        rememberSender(request.raw, userOf(request))
        reply.hijack()
        await uploads.handle(request.raw, reply.raw)
      },
    })
  }
}
