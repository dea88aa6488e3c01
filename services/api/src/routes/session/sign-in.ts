import { type SessionReply, sessionReply, signInBody } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import { csrfTokenOf } from '../../csrf-token.ts'
import type { Needs } from '../../needs.ts'
import { found } from '../../refused-request.ts'
import { cookieName } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'

/** Slow enough that guessing is hopeless, quick enough for somebody with cold fingers. */
const attempts = { max: 10, timeWindow: '1 minute' }

/** Opens a session. Unknown logins and wrong passwords get the same answer after the same work. */
export function signIn(app: FastifyInstance, needs: Needs): void {
  zodApp(app).post(
    '/api/session',
    {
      schema: {
        summary: 'Sign in',
        tags: ['session'],
        body: signInBody,
        response: {
          200: sessionReply,
          ...errors('wrong-login', 'too-many-requests', 'invalid-request'),
        },
      },
      config: {
        policy: 'public',
        rateLimit: {
          ...attempts,
          hook: 'preHandler',
          keyGenerator: (request) => `${request.ip} ${loginOf(request.body)}`,
        },
      },
    },
    async (request, reply) => {
      const { login, password } = request.body
      const user = await needs.accounts.verifyPassword(login, password)
      if (!user) await needs.audit.append({ kind: 'sign-in-refused', actor: null, at: needs.now() })
      const signedIn = found(user, 'wrong-login')

      // Whoever was signed in here before is not any more: a session has one owner.
      const former = request.cookies[cookieName(needs.config)]
      if (former) await needs.sessions.close(former)
      const { token, expiresAt } = await needs.sessions.open(signedIn.id)
      reply.setCookie(cookieName(needs.config), token, {
        httpOnly: true,
        sameSite: 'strict',
        path: '/',
        secure: needs.config.secureCookies,
        expires: expiresAt,
      })
      await needs.audit.append({ kind: 'signed-in', actor: signedIn.id, at: needs.now() })
      return sessionOf(signedIn, token)
    },
  )
}

/** The session as its owner sees it, with a token for the requests that change something. */
export function sessionOf(user: SessionReply['user'], sessionToken: string): SessionReply {
  return { user, csrfToken: csrfTokenOf(sessionToken) }
}

function loginOf(body: unknown): string {
  const parsed = signInBody.safeParse(body)
  return parsed.success ? parsed.data.login.toLowerCase() : ''
}
