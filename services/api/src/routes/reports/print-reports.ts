import { type PrintQuery, printQuery } from '@plume/contracts'
import {
  type Envelope,
  type PrintedReport,
  renderBatch,
  renderBatchPdf,
  renderEnvelopes,
  renderEnvelopesPdf,
} from '@plume/documents'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Needs } from '../../needs.ts'
import { found, RefusedRequest } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'
import { documentStatus, reportView } from './report-view.ts'
import { confineDocument } from './send-report.ts'

/** Several reports, or the envelopes of several letters, as one document for the printer. */
export function printReports(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/print',
    {
      schema: {
        summary: 'Print several reports or envelopes at once',
        description: 'One PDF, or one page of HTML; each report is recorded as read.',
        tags: ['reports'],
        querystring: printQuery,
        response: {
          200: z.unknown(),
          ...errors(
            'not-signed-in',
            'not-allowed',
            'report-not-found',
            'no-recipient',
            'invalid-request',
          ),
        },
      },
      config: { policy: 'read-report' },
    },
    async (request, reply) => {
      const { query } = request
      const printed: PrintedReport[] = []
      // One after the other: fifty at once would take every connection of the pool.
      for (const id of query.reports) printed.push(await readReport(needs, id, userOf(request).id))
      const page =
        query.what === 'reports' ? reportsPage(printed, query) : envelopesPage(printed, query)
      confineDocument(reply)
      const type = query.format === 'pdf' ? 'application/pdf' : 'text/html; charset=utf-8'
      reply.header('content-disposition', `inline; filename="${query.what}.${query.format}"`)
      // Sent as bytes: a document is no JSON string.
      return reply.type(type).send(await page)
    },
  )
}

async function readReport(needs: Needs, id: string, reader: string): Promise<PrintedReport> {
  const report = found(await needs.reports.find(id), 'report-not-found')
  const version = found(await needs.reports.version(id, report.version), 'report-not-found')
  await needs.audit.append({
    kind: 'report-read',
    reportId: id,
    version: version.number,
    actor: reader,
    at: needs.now(),
  })
  const view = await reportView(needs, report, version)
  return { text: view.text, status: await documentStatus(needs, view) }
}

function reportsPage(
  printed: readonly PrintedReport[],
  { each, format }: PrintQuery,
): Promise<Buffer> | Buffer {
  const copiesOf = ({ text }: PrintedReport) =>
    each ? Math.max(1, text.recipients?.length ?? 0) : 1
  const sheets = printed.flatMap((report) => Array.from({ length: copiesOf(report) }, () => report))
  const options = pageOf(printed)
  if (format === 'pdf') return renderBatchPdf(sheets, options)
  return Buffer.from(renderBatch(sheets, options))
}

function envelopesPage(
  printed: readonly PrintedReport[],
  { size, format }: PrintQuery,
): Promise<Buffer> | Buffer {
  const envelopes = printed.flatMap(({ text }) =>
    (text.recipients ?? []).map(
      (recipient): Envelope => ({ recipient, sender: text.letterhead ?? [] }),
    ),
  )
  if (envelopes.length === 0) throw new RefusedRequest('no-recipient')
  const options = { size, ...pageOf(printed) }
  if (format === 'pdf') return renderEnvelopesPdf(envelopes, options)
  return Buffer.from(renderEnvelopes(envelopes, options))
}

/** The title stands in the browser's tab and history: it says nothing about anybody. */
function pageOf([first]: readonly PrintedReport[]) {
  return { title: 'Plume', locale: first?.status.locale ?? 'en-CA' } as const
}
