import { makeLetterBody } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { changeReport } from './change-report.ts'

/** Makes a letter of a signed report, in the hands of who asks. Answers where the letter stands. */
export function makeLetter(app: FastifyInstance, needs: Needs): void {
  changeReport(app, needs, {
    method: 'POST',
    path: 'letters',
    summary: 'Make a letter of a signed report',
    policy: 'edit-report',
    body: makeLetterBody,
    errors: ['not-signed', 'correspondent-not-found'],
    change: (reportId, user, { letterId, version, ...addressees }) =>
      needs.useCases.makeLetter({ reportId, letterId, user, version, addressees }),
  })
}
