import type { Addendum, ReportText } from '@plume/transcript'
import type { User } from '../people/user.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { core } from './claim.ts'
import type { AddendedReport, SignedReport } from './report.ts'

/** The signed text with one addendum more; every character that was there stays. */
export function withAddendum(
  text: ReportText,
  author: User,
  words: string,
  at: Date,
): ReportText | Refusal {
  const trimmed = words.trim()
  if (trimmed === '') return refuse('empty-addendum')
  const instant = at.toISOString()
  const addendum: Addendum = {
    by: author.id,
    at: instant,
    text: [{ text: trimmed, source: { kind: 'typed', by: author.id, at: instant } }],
  }
  return { ...text, addenda: [...text.addenda, addendum] }
}

/** Adds to a signed report, as its author. Writing an addendum signs it. */
export function createAddAddendum(needs: {
  readonly reports: ReportStore
  readonly now: () => Date
}) {
  return async function addAddendum(request: {
    readonly reportId: string
    readonly author: User
    readonly version: number
    readonly text: string
  }): Promise<Refusal | AddendedReport> {
    const { reportId, author, version } = request
    const report = await needs.reports.find(reportId)
    if (!report) return refuse('report-not-found')
    if (report.status !== 'signed' && report.status !== 'addended') return refuse('not-signed')
    if (report.authorId !== author.id) return refuse('not-the-author')
    if (report.version !== version) return refuse('stale-version')
    const current = await needs.reports.version(reportId, version)
    if (!current) return refuse('version-not-found')

    const at = needs.now()
    const text = withAddendum(current.text, author, request.text, at)
    if ('refused' in text) return text

    const next = addended(report)
    const saved = await needs.reports.save(
      report,
      next,
      { kind: 'report-addended', reportId, version: next.version, actor: author.id, at },
      { kind: 'addendum', savedBy: author.id, savedAt: at, text },
    )
    return saved ? next : refuse('stale-version')
  }
}

function addended(report: SignedReport | AddendedReport): AddendedReport {
  return {
    ...core(report),
    version: report.version + 1,
    status: 'addended',
    signature: report.signature,
  }
}
