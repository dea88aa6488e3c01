import type { ReportReply } from '@plume/contracts'
import type { Report } from '@plume/records'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Needs } from '../../needs.ts'
import { found } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { type DocumentFormatName, documentFormats } from './document-formats.ts'
import { documentStatus, reportView } from './report-view.ts'

/** Sends one version in the format that was asked for, and records that it was read. */
export async function sendReport(
  needs: Needs,
  report: Report,
  number: number,
  format: 'json' | DocumentFormatName,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<ReportReply | FastifyReply> {
  const version = found(await needs.reports.version(report.id, number), 'version-not-found')
  await needs.audit.append({
    kind: 'report-read',
    reportId: report.id,
    version: number,
    actor: userOf(request).id,
    at: needs.now(),
  })
  const view = await reportView(needs, report, version)
  if (format === 'json') return view
  const status = await documentStatus(needs, view)
  confineDocument(reply)
  const { type, isShown, render } = documentFormats[format]
  // Named by the report's id: a patient's name does not belong into lists of downloads.
  const name = `report-${report.id}-v${number}.${format}`
  reply.header('content-disposition', `${isShown ? 'inline' : 'attachment'}; filename="${name}"`)
  // Sent as bytes: the JSON reply's schema does not apply to a document.
  return reply.type(type).send(await render(view.text, status))
}

/** A document carries its print style with it, and may do nothing else. */
export function confineDocument(reply: FastifyReply): void {
  reply.header(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  )
}
