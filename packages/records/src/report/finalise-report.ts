import { partsOfReport, type ReportText, type TracedText } from '@plume/transcript'
import type { User } from '../people/user.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { core } from './claim.ts'
import { loadHeld } from './load-held.ts'
import type { FinalisedReport, ReportInReview } from './report.ts'

/**
 * Declares a report complete. A blank is a question nobody has answered, so it stops this; so does a
 * required section, or the patient, without a word; so does a letter that goes to nobody.
 */
export function finalise(
  report: ReportInReview,
  text: ReportText,
  user: User,
  at: Date,
): FinalisedReport | Refusal {
  if (hasBlank(text)) return refuse('blank-left')
  if (lacksSomething(text)) return refuse('required-part-empty')
  if (goesToNobody(text)) return refuse('letter-without-addressee')
  return { ...core(report), status: 'finalised', finalisedBy: user.id, finalisedAt: at }
}

export function createFinaliseReport(needs: {
  readonly reports: ReportStore
  readonly now: () => Date
}) {
  return async function finaliseReport(
    reportId: string,
    user: User,
    version: number,
  ): Promise<Refusal | FinalisedReport> {
    const loaded = await loadHeld(needs.reports, { reportId, userId: user.id, version })
    if (isRefusal(loaded)) return loaded
    const { held, text } = loaded

    const at = needs.now()
    const next = finalise(held, text, user, at)
    if (isRefusal(next)) return next

    const event = { kind: 'report-finalised', reportId, version, actor: user.id, at } as const
    return (await needs.reports.save(held, next, event)) ? next : refuse('stale-version')
  }
}

function hasBlank(text: ReportText): boolean {
  // Underscores are a blank whoever made them.
  const isBlank = (part: TracedText) =>
    part.some((run) => run.source.kind === 'blank' || /_{3,}/.test(run.text))
  return partsOfReport(text).some(isBlank)
}

function lacksSomething(text: ReportText): boolean {
  const isEmpty = (part: TracedText) => part.every((run) => run.text.trim() === '')
  return (
    text.sections.some((section) => section.required && isEmpty(section.text)) ||
    text.fields.some(({ id, text: part }) => /^(patient|record)$/.test(id) && isEmpty(part))
  )
}

/** Those of a copy are told what somebody else was written. */
function goesToNobody({ layout, recipients = [] }: ReportText): boolean {
  return layout === 'letter' && !recipients.some(({ role, name }) => role === 'to' && name.trim())
}
