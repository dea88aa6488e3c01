import type { ReportText } from '@plume/transcript'
import type { DocumentStatus } from './document-status.ts'

/** One of several reports that are printed at once. */
export type PrintedReport = { readonly text: ReportText; readonly status: DocumentStatus }
