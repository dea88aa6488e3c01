import type { ReportText } from '@plume/transcript'
import type { User } from '../people/user.ts'
import type { MacroTexts } from '../ports/macro-texts.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { adoptEdit } from './adopt-edit.ts'
import { heldBy } from './claim.ts'
import { offeredTexts } from './offered-texts.ts'
import type { ReportInReview } from './report.ts'
import { saveEdit } from './save-edit.ts'

/** Saves what the holder of a report typed as its next version. Unchanged text makes no version. */
export function createSaveReportText(needs: {
  readonly reports: ReportStore
  readonly macros: MacroTexts
  readonly now: () => Date
}) {
  return async function saveReportText(request: {
    readonly reportId: string
    readonly editor: User
    readonly baseVersion: number
    readonly text: ReportText
  }): Promise<Refusal | { readonly report: ReportInReview }> {
    const { reportId, editor, baseVersion } = request
    const report = await needs.reports.find(reportId)
    if (!report) return refuse('report-not-found')
    const held = heldBy(report, editor.id)
    if (isRefusal(held)) return held
    if (held.version !== baseVersion) return refuse('stale-version')

    const versions = await needs.reports.versions(reportId)
    const lastOfMachine = versions.findLast(({ kind }) => kind === 'machine')?.number ?? 1
    const [machine, previous, macros] = await Promise.all([
      needs.reports.version(reportId, lastOfMachine),
      needs.reports.version(reportId, held.version),
      offeredTexts(request.text, needs.macros),
    ])
    if (!machine || !previous) return refuse('version-not-found')

    const at = needs.now()
    const known = { machine: machine.text, previous: previous.text, macros }
    const text = adoptEdit(known, request.text, { id: editor.id, at })
    if (isRefusal(text)) return text
    const saved = await saveEdit(needs, {
      held,
      before: previous.text,
      text,
      by: editor,
      at,
      event: (version) => ({ kind: 'report-edited', reportId, version, actor: editor.id, at }),
    })
    return isRefusal(saved) ? saved : { report: saved }
  }
}
