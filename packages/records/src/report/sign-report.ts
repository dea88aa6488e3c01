import type { User } from '../people/user.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { core } from './claim.ts'
import type { FinalisedReport, Report, SignedReport } from './report.ts'

/** The author's signature on exactly this version. Nobody signs for somebody else. */
export function sign(report: FinalisedReport, signer: User, at: Date): SignedReport | Refusal {
  if (signer.id !== report.authorId) return refuse('not-the-author')
  return {
    ...core(report),
    status: 'signed',
    signature: { by: signer.id, at, version: report.version },
  }
}

export function createSignReport(needs: {
  readonly reports: ReportStore
  readonly now: () => Date
}) {
  return async function signReport(
    reportId: string,
    signer: User,
    version: number,
  ): Promise<Refusal | SignedReport> {
    const report = await needs.reports.find(reportId)
    if (!report) return refuse('report-not-found')
    const finalised = readyToSign(report, version)
    if (isRefusal(finalised)) return finalised

    const at = needs.now()
    const next = sign(finalised, signer, at)
    if (isRefusal(next)) return next

    const event = { kind: 'report-signed', reportId, version, actor: signer.id, at } as const
    return (await needs.reports.save(finalised, next, event)) ? next : refuse('stale-version')
  }
}

function readyToSign(report: Report, version: number): FinalisedReport | Refusal {
  switch (report.status) {
    case 'finalised':
      return report.version === version ? report : refuse('stale-version')
    case 'draft':
    case 'in-review':
      return refuse('not-finalised')
    case 'signed':
    case 'addended':
      return refuse('already-signed')
  }
}
