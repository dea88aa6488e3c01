import { canonicalJson, type ReportText } from '@plume/transcript'
import type { AuditEvent } from '../audit/audit-event.ts'
import type { User } from '../people/user.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { ReportInReview } from './report.ts'

/**
 * Saves a text as the next version of a report that somebody holds, with the event that says what was done. A text that says
 * what stands there already makes no version. Refuses with `stale-version` if somebody else was quicker.
 */
export async function saveEdit(
  needs: { readonly reports: Pick<ReportStore, 'save'>; readonly now: () => Date },
  edit: {
    readonly held: ReportInReview
    readonly before: ReportText
    readonly text: ReportText
    readonly by: Pick<User, 'id'>
    readonly event: (version: number, at: Date) => AuditEvent
    /** The moment that the text itself carries, where it does; else now. */
    readonly at?: Date
  },
): Promise<Refusal | ReportInReview> {
  const { held, before, text, by, event, at = needs.now() } = edit
  if (canonicalJson(text) === canonicalJson(before)) return held
  const next: ReportInReview = { ...held, version: held.version + 1 }
  const version = { kind: 'edit', savedBy: by.id, savedAt: at, text } as const
  const saved = await needs.reports.save(held, next, event(next.version, at), version)
  return saved ? next : refuse('stale-version')
}
