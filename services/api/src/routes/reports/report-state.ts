import type { ReportReply, reportStateReply } from '@plume/contracts'
import type { Report } from '@plume/records'
import type { z } from 'zod'
import type { Needs } from '../../needs.ts'
import { claimedBy, namesOf } from './report-view.ts'

/** Where a report stands after a change. */
export async function reportState(
  needs: Pick<Needs, 'accounts'>,
  report: Report,
): Promise<z.infer<typeof reportStateReply>> {
  const holder: ReportReply['claimedBy'] = claimedBy(report)
  const nameOf = await namesOf(needs, [holder])
  return {
    status: report.status,
    currentVersion: report.version,
    claimedBy: holder,
    claimedByName: nameOf(holder),
  }
}
