import { atVersionBody } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { changeReport } from './change-report.ts'

/** Takes a finalised report back for more work, before it is signed. */
export function reopenReport(app: FastifyInstance, needs: Needs): void {
  changeReport(app, needs, {
    method: 'POST',
    path: 'reopen',
    summary: 'Take a finalised report back',
    policy: 'edit-report',
    body: atVersionBody,
    errors: ['not-finalised', 'already-signed'],
    change: (id, user, { version }) => needs.useCases.reopenReport(id, user, version),
  })
}
