import { claimBody } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { changeReport } from './change-report.ts'

/** Takes a report, or takes it over when asked to. Asking for what one holds changes nothing. */
export function claimReport(app: FastifyInstance, needs: Needs): void {
  changeReport(app, needs, {
    method: 'POST',
    path: 'claim',
    summary: 'Take a report to work on it',
    policy: 'edit-report',
    body: claimBody,
    errors: ['claimed-by-another', 'already-signed'],
    change: (id, user, options) => needs.useCases.claimReport(id, user, options),
  })
}
