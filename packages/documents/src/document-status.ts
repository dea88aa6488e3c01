import type { ReportStatus } from '@plume/records'
import type { Locale, Recognition } from '@plume/transcript'

/** What a document must say about the report beside its text. */
export type DocumentStatus = {
  /** The report's; `superseded` for the text of an earlier version that was never signed. */
  readonly status: ReportStatus | 'superseded'
  readonly version: number
  /** The report's newest version: where it is another, the document says that there is one. */
  readonly newestVersion: number
  readonly locale: Locale
  /** Whom it is about, for the head of every page; where absent, what the report's own fields say. */
  readonly patient?: { readonly id: string; readonly name?: string }
  /** Set once the report is signed. */
  readonly signature: {
    readonly byName: string
    /** ISO 8601, UTC. */
    readonly at: string
    /** Hex SHA-256 of the signed version. */
    readonly hash: string
  } | null
  /** Display names of those who wrote addenda, by user id. */
  readonly names: Readonly<Record<string, string>>
  /** A demonstration engine heard it: not for clinical use. */
  readonly demonstrationEngine: boolean
}

/** What the recognised words are, for those formats that carry provenance. */
export type DocumentRecognitions = readonly Recognition[]
