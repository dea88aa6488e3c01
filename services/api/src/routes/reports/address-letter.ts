import { addressLetterBody } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { changeReport } from './change-report.ts'

/** Says to whom a letter goes, as the person who holds it. Names and addresses come from the directory. */
export function addressLetter(app: FastifyInstance, needs: Needs): void {
  changeReport(app, needs, {
    method: 'PUT',
    path: 'addressees',
    summary: 'Choose to whom a letter goes',
    policy: 'edit-report',
    body: addressLetterBody,
    errors: ['not-claimed', 'claimed-by-another', 'not-a-letter', 'correspondent-not-found'],
    change: (reportId, user, { version, ...addressees }) =>
      needs.useCases.addressLetter({ reportId, user, version, addressees }),
  })
}
