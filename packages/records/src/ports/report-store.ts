import type { ReportText } from '@plume/transcript'
import type { AuditEvent } from '../audit/audit-event.ts'
import type { Report, ReportInReview, ReportStatus } from '../report/report.ts'
import type { Page } from './dictation-store.ts'

export type VersionKind = 'machine' | 'edit' | 'addendum' | 'letter'

export type ReportVersion = {
  readonly reportId: string
  readonly number: number
  readonly kind: VersionKind
  /** Null for what the machine wrote. */
  readonly savedBy: string | null
  readonly savedAt: Date
  readonly text: ReportText
  /** Hex SHA-256 over the previous version's hash and this version's stored bytes. */
  readonly hash: string
}

export type ReportSummary = {
  readonly id: string
  readonly dictationId: string
  readonly status: ReportStatus
  readonly version: number
  readonly title: string
  readonly authorId: string
  readonly authorName: string
  readonly patientId: string | null
  /** The report of which this one is a letter. */
  readonly letterOf: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

export type ReportQuery = {
  readonly patientId?: string
  readonly authorId?: string
  readonly status?: ReportStatus
  /** Received at or after. */
  readonly from?: Date
  /** Received before. */
  readonly to?: Date
  readonly page: number
  readonly pageSize: number
}

export type SavedVersion = {
  readonly kind: VersionKind
  readonly savedBy: string
  readonly savedAt: Date
  readonly text: ReportText
}

export interface ReportStore {
  find(id: string): Promise<Report | null>
  list(query: ReportQuery): Promise<Page<ReportSummary>>
  versions(id: string): Promise<readonly Omit<ReportVersion, 'text'>[]>
  version(id: string, number: number): Promise<ReportVersion | null>
  /**
   * New state, new version (if the text changed) and audit event in one transaction, only if the
   * stored report is still as `previous` says. False when somebody else was faster.
   */
  save(
    previous: Report,
    next: Report,
    event: AuditEvent,
    newVersion?: SavedVersion,
  ): Promise<boolean>
  /** A letter with its first version and audit event in one transaction. False when there is one of this id. */
  add(letter: ReportInReview, event: AuditEvent, firstVersion: SavedVersion): Promise<boolean>
  /** The letters made of a report, the oldest first. */
  letters(id: string): Promise<readonly Report[]>
}
