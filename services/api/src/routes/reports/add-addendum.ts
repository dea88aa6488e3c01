import { addendumBody } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { changeReport } from './change-report.ts'

/** Adds to a signed report, as its author. What was signed stays as it was. */
export function addAddendum(app: FastifyInstance, needs: Needs): void {
  changeReport(app, needs, {
    method: 'POST',
    path: 'addenda',
    summary: 'Add to a signed report',
    policy: 'sign-report',
    body: addendumBody,
    errors: ['not-signed', 'empty-addendum'],
    change: (reportId, author, { version, text }) =>
      needs.useCases.addAddendum({ reportId, author, version, text }),
  })
}
