import { atVersionBody } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { changeReport } from './change-report.ts'

/** The author signs exactly the version on screen. Who signs is the session, never the request. */
export function signReport(app: FastifyInstance, needs: Needs): void {
  changeReport(app, needs, {
    method: 'POST',
    path: 'sign',
    summary: 'Sign a report',
    policy: 'sign-report',
    body: atVersionBody,
    errors: ['not-the-author', 'not-finalised'],
    change: (id, user, { version }) => needs.useCases.signReport(id, user, version),
  })
}
