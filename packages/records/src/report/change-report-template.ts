import { canonicalJson, type ReportText } from '@plume/transcript'
import type { User } from '../people/user.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { loadHeld } from './load-held.ts'
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
    const loaded = await loadHeld(needs.reports, { reportId, userId: editor.id, version })
    if (isRefusal(loaded)) return loaded
    const { held } = loaded

    const text = await moved(loaded.text, held)
    if (canonicalJson(text) === canonicalJson(loaded.text)) return held
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
