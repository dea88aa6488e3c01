import { type ErrorCode, reportStateReply } from '@plume/contracts'
import type { Action, Refusal, Report, User } from '@plume/records'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Needs } from '../../needs.ts'
import { orRefuse } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { reportState } from './report-state.ts'

/** What any change of a report may be answered. */
const usualErrors = [
  'not-signed-in',
  'not-allowed',
  'csrf-refused',
  'report-not-found',
  'stale-version',
] as const satisfies readonly ErrorCode[]

/** A route that changes one report and answers where it stands then. */
export function changeReport<Body extends z.ZodType>(
  app: FastifyInstance,
  needs: Needs,
  route: {
    readonly method: 'POST' | 'PUT'
    /** After `/api/reports/:id/`. */
    readonly path: string
    readonly summary: string
    readonly policy: Action
    readonly body: Body
    readonly errors?: readonly ErrorCode[]
    readonly change: (
      reportId: string,
      user: User,
      body: z.output<Body>,
    ) => Promise<Refusal | Report>
  },
): void {
  zodApp(app).route({
    method: route.method,
    url: `/api/reports/:id/${route.path}`,
    schema: {
      summary: route.summary,
      tags: ['reports'],
      params: idParams,
      body: route.body,
      response: { 200: reportStateReply, ...errors(...usualErrors, ...(route.errors ?? [])) },
    },
    config: { policy: route.policy },
    handler: async (request) => {
      const { id } = request.params
      // Parsed by this very schema already; TypeScript cannot see that through the type parameter.
      const body = request.body as z.output<Body>
      return reportState(needs, orRefuse(await route.change(id, userOf(request), body)))
    },
  })
}
