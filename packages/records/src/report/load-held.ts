import type { ReportText } from '@plume/transcript'
import type { ReportStore } from '../ports/report-store.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { heldBy } from './claim.ts'
import type { ReportInReview } from './report.ts'

/** A report in this user's hands with its newest text, which `version` has to name; otherwise why not. */
export async function loadHeld(
  reports: Pick<ReportStore, 'find' | 'version'>,
  { reportId, userId, version }: { reportId: string; userId: string; version: number },
): Promise<Refusal | { readonly held: ReportInReview; readonly text: ReportText }> {
  const report = await reports.find(reportId)
  if (!report) return refuse('report-not-found')
  const held = heldBy(report, userId)
  if (isRefusal(held)) return held
  if (held.version !== version) return refuse('stale-version')
  const current = await reports.version(reportId, version)
  return current ? { held, text: current.text } : refuse('version-not-found')
}
