/** What is true of a report in every state. */
type ReportCore = {
  readonly id: string
  readonly dictationId: string
  /** The doctor who dictated it, and the only one who may sign it. */
  readonly authorId: string
  /** Number of the newest version, from 1. */
  readonly version: number
  /** The signed report, and its version, of which this one is a letter; null for a dictation's own report. */
  readonly letterOf: { readonly reportId: string; readonly version: number } | null
}

export type Signature = {
  readonly by: string
  readonly at: Date
  /** The version that was signed. Later versions only add to it. */
  readonly version: number
}

/** Waiting for somebody to take it. */
export type DraftReport = ReportCore & { readonly status: 'draft' }
/** One person is working on it; only that person may change it. */
export type ReportInReview = ReportCore & {
  readonly status: 'in-review'
  readonly claimedBy: string
  readonly claimedAt: Date
}
/** Complete in the secretary's eyes, waiting for the author's signature. */
export type FinalisedReport = ReportCore & {
  readonly status: 'finalised'
  readonly finalisedBy: string
  readonly finalisedAt: Date
}
export type SignedReport = ReportCore & { readonly status: 'signed'; readonly signature: Signature }
/** Signed, and added to since. */
export type AddendedReport = ReportCore & {
  readonly status: 'addended'
  readonly signature: Signature
}

/** A report moves one way, but for `reopen` before signature. Each state carries only what is true in it. */
export type Report = DraftReport | ReportInReview | FinalisedReport | SignedReport | AddendedReport

export type ReportStatus = Report['status']
