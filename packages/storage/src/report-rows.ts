import { createHash } from 'node:crypto'
import { reportStatusSchema, reportTextSchema, versionKindSchema } from '@plume/contracts'
import type { Report, ReportSummary, ReportVersion, SavedVersion } from '@plume/records'
import { canonicalJson } from '@plume/transcript'
import type { Insertable, Selectable } from 'kysely'
import type { Tables } from './postgres/database.ts'

export type ReportRow = Selectable<Tables['reports']>
export type VersionRow = Selectable<Tables['report_versions']>

export function reportOf(row: ReportRow): Report {
  const core = {
    id: row.id,
    dictationId: row.dictation_id,
    authorId: row.author_id,
    version: row.version,
    letterOf: letterOf(row),
  }
  const status = reportStatusSchema.parse(row.status)
  switch (status) {
    case 'draft':
      return { ...core, status }
    case 'in-review':
      return {
        ...core,
        status,
        claimedBy: present(row.claimed_by),
        claimedAt: present(row.claimed_at),
      }
    case 'finalised':
      return {
        ...core,
        status,
        finalisedBy: present(row.finalised_by),
        finalisedAt: present(row.finalised_at),
      }
    case 'signed':
    case 'addended':
      return {
        ...core,
        status,
        signature: {
          by: present(row.signed_by),
          at: present(row.signed_at),
          version: present(row.signed_version),
        },
      }
  }
}

function letterOf(row: ReportRow): Report['letterOf'] {
  return row.letter_of === null
    ? null
    : { reportId: row.letter_of, version: present(row.letter_of_version) }
}

/** The table's checks promise it; a null here is a bug. */
function present<Value>(value: Value | null): Value {
  if (value === null) throw new TypeError('a report row lacks what its status promises')
  return value
}

/** The columns that say which state a report is in. */
export function stateColumns(report: Report) {
  return {
    status: report.status,
    version: report.version,
    claimed_by: report.status === 'in-review' ? report.claimedBy : null,
    claimed_at: report.status === 'in-review' ? report.claimedAt : null,
    finalised_by: report.status === 'finalised' ? report.finalisedBy : null,
    finalised_at: report.status === 'finalised' ? report.finalisedAt : null,
    signed_by: 'signature' in report ? report.signature.by : null,
    signed_at: 'signature' in report ? report.signature.at : null,
    signed_version: 'signature' in report ? report.signature.version : null,
  }
}

export function summaryOf(
  row: ReportRow & { readonly author_name: string; readonly patient_id: string | null },
): ReportSummary {
  return {
    id: row.id,
    dictationId: row.dictation_id,
    status: reportStatusSchema.parse(row.status),
    version: row.version,
    title: row.title,
    authorId: row.author_id,
    authorName: row.author_name,
    patientId: row.patient_id,
    letterOf: row.letter_of,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function versionFactsOf(row: Omit<VersionRow, 'content'>): Omit<ReportVersion, 'text'> {
  return {
    reportId: row.report_id,
    number: row.number,
    kind: versionKindSchema.parse(row.kind),
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    hash: row.hash,
  }
}

export function versionOf(row: VersionRow): ReportVersion {
  return { ...versionFactsOf(row), text: reportTextSchema.parse(JSON.parse(row.content)) }
}

/** The first version of a report; nobody saved what the machine wrote. */
export function firstVersion(
  reportId: string,
  version: Omit<SavedVersion, 'savedBy'> & { readonly savedBy: string | null },
): Insertable<Tables['report_versions']> {
  const content = canonicalJson(version.text)
  return {
    report_id: reportId,
    number: 1,
    kind: version.kind,
    saved_by: version.savedBy,
    saved_at: version.savedAt,
    content,
    hash: chainHash('', content),
  }
}

/** Hex SHA-256 over the previous version's hash and the stored bytes: no version can be swapped unseen. */
export function chainHash(previousHash: string, content: string): string {
  return createHash('sha256').update(previousHash).update(content).digest('hex')
}
