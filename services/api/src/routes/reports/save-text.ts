import { saveTextBody } from '@plume/contracts'
import { isRefusal } from '@plume/records'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { changeReport } from './change-report.ts'

/** Saves what the holder typed. Where the text comes from is checked against the stored versions. */
export function saveText(app: FastifyInstance, needs: Needs): void {
  changeReport(app, needs, {
    method: 'PUT',
    path: 'text',
    summary: 'Save the text as the next version',
    policy: 'edit-report',
    body: saveTextBody,
    errors: ['claimed-by-another', 'sections-changed'],
    change: async (reportId, editor, { baseVersion, text }) => {
      const saved = await needs.useCases.saveReportText({ reportId, editor, baseVersion, text })
      return isRefusal(saved) ? saved : saved.report
    },
  })
}
