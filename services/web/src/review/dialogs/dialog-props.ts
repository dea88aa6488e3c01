import type { ReportReply } from '@plume/contracts'
import type { Problem } from '../../server/problem.ts'

/** What every question about a report needs. */
export type ReportDialogProps = {
  readonly report: ReportReply
  readonly isBusy: boolean
  readonly problem: Problem | null
  readonly onClose: () => void
}
