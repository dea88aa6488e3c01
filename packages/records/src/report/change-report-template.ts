import type { ReportText } from '@plume/transcript'
import type { User } from '../people/user.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { loadHeld } from './load-held.ts'
import type { Report, ReportInReview } from './report.ts'
import { saveEdit } from './save-edit.ts'

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
    const text = await moved(loaded.text, loaded.held)
    return saveEdit(needs, {
      held: loaded.held,
      before: loaded.text,
      text,
      by: editor,
      event: (next, at) => ({
        kind: 'report-template-changed',
        reportId,
        version: next,
        templateId: text.template.id,
        actor: editor.id,
        at,
      }),
    })
  }
}
