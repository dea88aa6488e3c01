import { chooseTemplateBody } from '@plume/contracts'
import { inLocalTime, moveLetter } from '@plume/records'
import { changeTemplate, findTemplate, type MergeContext } from '@plume/report-templates'
import type { ReportText } from '@plume/transcript'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { found, RefusedRequest } from '../../refused-request.ts'
import { changeReport } from './change-report.ts'

/** Puts a report into another template, with everything that was dictated and typed. */
export function chooseTemplate(app: FastifyInstance, needs: Needs): void {
  changeReport(app, needs, {
    method: 'PUT',
    path: 'template',
    summary: 'Put the text into another template',
    policy: 'edit-report',
    body: chooseTemplateBody,
    errors: ['not-claimed', 'claimed-by-another', 'unknown-template'],
    change: async (reportId, editor, { version, template: id, locale }) => {
      const template = findTemplate(needs.templates, id, locale)
      if (!template) throw new RefusedRequest('unknown-template')
      return needs.useCases.changeReportTemplate({
        reportId,
        version,
        editor,
        moved: async (text, { dictationId, letterOf }) => {
          const context = await contextOf(dictationId, needs)
          const move = (each: ReportText) => changeTemplate(each, template, context)
          return letterOf === null ? move(text) : moveLetter(text, move)
        },
      })
    },
  })
}

async function contextOf(dictationId: string, { dictations }: Needs): Promise<MergeContext> {
  const entry = found(await dictations.findEntry(dictationId), 'dictation-not-found')
  return {
    patient: entry.patient,
    order: entry.order,
    author: { displayName: entry.authorName },
    receivedAt: inLocalTime(entry.receivedAt),
  }
}
