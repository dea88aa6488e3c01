import { atVersionBody } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { changeReport } from './change-report.ts'

/** Declares a report ready for signature. What is left open stops it. */
export function finaliseReport(app: FastifyInstance, needs: Needs): void {
  changeReport(app, needs, {
    method: 'POST',
    path: 'finalise',
    summary: 'Declare a report complete',
    policy: 'edit-report',
    body: atVersionBody,
    errors: ['blank-left', 'required-part-empty', 'letter-without-addressee', 'not-claimed'],
    change: (id, user, { version }) => needs.useCases.finaliseReport(id, user, version),
  })
}
