import type { WordFinding } from '@plume/transcript'
import type { AuditEvent } from '../audit/audit-event.ts'

/** What a person did about a finding: took what it proposes, looked and found the text right, or thought again. */
export type FindingVerdict = 'taken' | 'looked-at' | 'reopened'

export type FindingDecision = {
  /** Id of the finding. That of a lint holds words of the report: not for addresses and logs. */
  readonly finding: string
  readonly verdict: FindingVerdict
  readonly by: string
  readonly at: Date
}

export type StoredFinding = WordFinding & { readonly id: string }

export interface FindingStore {
  /** What the writer found in the newest version that it wrote of this report; nothing in a letter. */
  ofWriter(reportId: string): Promise<readonly StoredFinding[]>
  /** The newest decision about each finding of a report. */
  decisions(reportId: string): Promise<readonly FindingDecision[]>
  /** Decision and audit event in one transaction, only while its maker holds the report; false otherwise. */
  decide(reportId: string, decision: FindingDecision, event: AuditEvent): Promise<boolean>
}
