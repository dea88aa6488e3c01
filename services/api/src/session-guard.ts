import { type Action, can, type User } from '@plume/records'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isCsrfTokenOf } from './csrf-token.ts'
import type { Needs } from './needs.ts'
import { RefusedRequest } from './refused-request.ts'

/** Who may use a route. Each route declares one; without it the server does not start. */
export type Policy = 'public' | 'signed-in' | Action

export type OpenSession = { readonly id: string; readonly token: string; readonly user: User }

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly policy?: Policy
  }
  interface FastifyRequest {
    openSession: OpenSession | null
  }
}

/** Whoever touched the page so long ago is not using it now. */
const idleSecondsOfUse = 60

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

export function cookieName(config: Needs['config']): string {
  // The prefix makes browsers refuse the cookie from anywhere but this host over HTTPS (RFC 6265bis).
  return config.secureCookies ? '__Host-plume' : 'plume'
}

/** Looks at every request before anything else does: who asks, may they, and did they mean to. */
export function guardSessions(app: FastifyInstance, needs: Needs): void {
  app.decorateRequest('openSession', null)

  app.addHook('onRoute', (route) => {
    // The workstation's own files hold nothing: they are for whoever wants to sign in.
    if (!route.url.startsWith('/api/')) route.config = { policy: 'public', ...route.config }
    if (route.config?.policy === undefined) {
      throw new TypeError(`${String(route.method)} ${route.url} declares no policy`)
    }
  })

  app.addHook('onRequest', async (request) => {
    const policy = request.routeOptions.config.policy
    if (changing.has(request.method)) requireSameOrigin(request, needs.config)
    if (policy === undefined || policy === 'public') return

    const token = request.cookies[cookieName(needs.config)]
    const session = token ? await findSession(request, needs, token) : null
    if (!session || token === undefined) throw new RefusedRequest('not-signed-in')
    request.openSession = { ...session, token }
    if (policy !== 'signed-in' && !can(session.user.role, policy)) {
      throw new RefusedRequest('not-allowed')
    }
    if (changing.has(request.method) && !isCsrfTokenOf(token, request.headers['x-csrf-token'])) {
      throw new RefusedRequest('csrf-refused')
    }
  })
}

/** A page fetches by itself when something changes. That is no use: a session nobody uses must end. */
function findSession(request: FastifyRequest, { sessions }: Needs, token: string) {
  const idleSeconds = Number(request.headers['x-plume-idle'] ?? 0)
  return idleSeconds > idleSecondsOfUse ? sessions.look(token) : sessions.find(token)
}

/** The signed-in user; only for routes whose policy is not public. */
export function userOf(request: FastifyRequest): User {
  if (!request.openSession) throw new TypeError('a public route has no user')
  return request.openSession.user
}

/** Browsers name the page that makes them send. Programs that are no browser name none. */
function requireSameOrigin(request: FastifyRequest, config: Needs['config']): void {
  const { origin } = request.headers
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new RefusedRequest('csrf-refused')
  if (origin === undefined) return
  const own = config.publicOrigin ?? `${request.protocol}://${request.host}`
  if (origin !== own) throw new RefusedRequest('csrf-refused')
}
