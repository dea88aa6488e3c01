import { canonicalJson, type ReportText } from '@plume/transcript'
import type { User } from '../people/user.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { heldBy } from './claim.ts'
import type { Report, ReportInReview } from './report.ts'

/**
 * Puts a report into another template, as the person who holds it: its next version. `moved` gives the text in the new
 * frame, with every word that was dictated or typed. The versions before it stay.
 */
export function createChangeReportTemplate(needs: {
  readonly reports: ReportStore
  readonly now: () => Date
}) {
  return async function changeReportTemplate(request: {
    readonly reportId: string
    readonly version: number
    readonly editor: User
    readonly moved: (text: ReportText, report: Report) => Promise<ReportText>
  }): Promise<Refusal | ReportInReview> {
    const { reportId, version, editor, moved } = request
    const report = await needs.reports.find(reportId)
    if (!report) return refuse('report-not-found')
    const held = heldBy(report, editor.id)
    if (isRefusal(held)) return held
    if (held.version !== version) return refuse('stale-version')
    const current = await needs.reports.version(reportId, version)
    if (!current) return refuse('version-not-found')

    const text = await moved(current.text, report)
    if (canonicalJson(text) === canonicalJson(current.text)) return held
    const at = needs.now()
    const next: ReportInReview = { ...held, version: held.version + 1 }
    const saved = await needs.reports.save(
      held,
      next,
      {
        kind: 'report-template-changed',
        reportId,
        version: next.version,
        templateId: text.template.id,
        actor: editor.id,
        at,
      },
      { kind: 'edit', savedBy: editor.id, savedAt: at, text },
    )
    return saved ? next : refuse('stale-version')
  }
}
