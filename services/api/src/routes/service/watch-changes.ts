import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { errors, zodApp } from '../zod-app.ts'

/** Keeps proxies from closing a quiet stream, and asks whether the session still is. */
const heartbeatMs = 20_000

/** Server-sent events: which dictation or report has changed. Ids only; the page asks for the rest. */
export function watchChanges(app: FastifyInstance, needs: Needs): void {
  // Streams never end by themselves: without this a stop would wait for every open page.
  app.addHook('preClose', async () => needs.openStreams.endAll())

  zodApp(app).get(
    '/api/events',
    {
      // It would hold the connection for a body that never comes.
      exposeHeadRoute: false,
      schema: {
        summary: 'Changes as they happen',
        description: 'text/event-stream; each message is `{ kind, id }`.',
        tags: ['service'],
        response: errors('not-signed-in'),
      },
      config: { policy: 'read-worklist' },
    },
    async (request, reply) => {
      const ended = new AbortController()
      const { raw } = reply
      const token = request.openSession?.token ?? ''
      reply.hijack()
      raw.writeHead(200, {
        ...plainHeaders(reply.getHeaders()),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      raw.write('retry: 2000\n\n')
      const forget = needs.openStreams.add(request.openSession?.id ?? '', () => raw.end())

      const heartbeat = setInterval(async () => {
        const session = await needs.sessions.look(token).catch(() => null)
        if (session) raw.write(': still here\n\n')
        else raw.end()
      }, heartbeatMs)
      raw.on('close', () => {
        clearInterval(heartbeat)
        forget()
        ended.abort()
      })
      needs.onChange(
        {
          change: ({ kind, id }) => raw.write(`data: ${JSON.stringify({ kind, id })}\n\n`),
          // A page that has to open the stream anew asks for everything again.
          gap: () => raw.end(),
        },
        ended.signal,
      )
    },
  )
}

function plainHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}
