import type { User } from '../people/user.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { claim, heldBy, release, reopen, takeOver } from './claim.ts'
import type { DraftReport, Report, ReportInReview } from './report.ts'

type Needs = { readonly reports: ReportStore; readonly now: () => Date }

/** Takes a report to work on it. Asking again for what one already holds changes nothing. */
export function createClaimReport({ reports, now }: Needs) {
  return async function claimReport(
    reportId: string,
    user: User,
    options: { readonly takeOver: boolean },
  ): Promise<Refusal | ReportInReview> {
    const report = await reports.find(reportId)
    if (!report) return refuse('report-not-found')
    if (report.status === 'in-review' && report.claimedBy === user.id) return report

    const at = now()
    const next = decideClaim(report, user, at, options.takeOver)
    if (isRefusal(next)) return next

    const takenFrom = report.status === 'in-review' ? report.claimedBy : null
    const saved = await reports.save(report, next, {
      kind: 'report-claimed',
      reportId,
      takenFrom,
      actor: user.id,
      at,
    })
    return saved ? next : refuse('claimed-by-another')
  }
}

function decideClaim(
  report: Report,
  user: User,
  at: Date,
  mayTakeOver: boolean,
): ReportInReview | Refusal {
  switch (report.status) {
    case 'draft':
      return claim(report, user, at)
    case 'in-review':
      return mayTakeOver ? takeOver(report, user, at) : refuse('claimed-by-another')
    case 'finalised':
      return refuse('not-claimed')
    case 'signed':
    case 'addended':
      return refuse('already-signed')
  }
}

/** Lays a report back for somebody else. */
export function createReleaseReport({ reports, now }: Needs) {
  return async function releaseReport(
    reportId: string,
    user: User,
  ): Promise<Refusal | DraftReport> {
    const report = await reports.find(reportId)
    if (!report) return refuse('report-not-found')
    const held = heldBy(report, user.id)
    if (isRefusal(held)) return held

    const next = release(held)
    const event = { kind: 'report-released', reportId, actor: user.id, at: now() } as const
    return (await reports.save(held, next, event)) ? next : refuse('stale-version')
  }
}

/** Takes a finalised report back before signature, as the person who will change it. */
export function createReopenReport({ reports, now }: Needs) {
  return async function reopenReport(
    reportId: string,
    user: User,
    version: number,
  ): Promise<Refusal | ReportInReview> {
    const report = await reports.find(reportId)
    if (!report) return refuse('report-not-found')
    if (report.status === 'signed' || report.status === 'addended') return refuse('already-signed')
    if (report.status !== 'finalised') return refuse('not-finalised')
    if (report.version !== version) return refuse('stale-version')

    const at = now()
    const next = reopen(report, user, at)
    const event = { kind: 'report-reopened', reportId, version, actor: user.id, at } as const
    return (await reports.save(report, next, event)) ? next : refuse('stale-version')
  }
}
