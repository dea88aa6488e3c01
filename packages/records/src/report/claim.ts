import type { User } from '../people/user.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { DraftReport, FinalisedReport, Report, ReportInReview } from './report.ts'

/** Takes a waiting draft to work on it. */
export function claim(report: DraftReport, user: User, at: Date): ReportInReview {
  return { ...core(report), status: 'in-review', claimedBy: user.id, claimedAt: at }
}

/** Takes the report out of somebody else's hands, knowingly: the audit event names them. */
export function takeOver(report: ReportInReview, user: User, at: Date): ReportInReview {
  return { ...core(report), status: 'in-review', claimedBy: user.id, claimedAt: at }
}

/** Lays the report back on the pile. */
export function release(report: ReportInReview): DraftReport {
  return { ...core(report), status: 'draft' }
}

/** Takes a finalised report back for more work. A signed one cannot be reopened. */
export function reopen(report: FinalisedReport, user: User, at: Date): ReportInReview {
  return { ...core(report), status: 'in-review', claimedBy: user.id, claimedAt: at }
}

/** The report, if it is in this user's hands; otherwise why not. */
export function heldBy(report: Report, userId: string): ReportInReview | Refusal {
  switch (report.status) {
    case 'in-review':
      return report.claimedBy === userId ? report : refuse('claimed-by-another')
    case 'draft':
    case 'finalised':
      return refuse('not-claimed')
    case 'signed':
    case 'addended':
      return refuse('already-signed')
  }
}

/** What stays the same whatever the state. */
export function core(report: Report) {
  const { id, dictationId, authorId, version, letterOf } = report
  return { id, dictationId, authorId, version, letterOf }
}
