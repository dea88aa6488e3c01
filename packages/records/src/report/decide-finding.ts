import type { User } from '../people/user.ts'
import type { FindingDecision, FindingStore, FindingVerdict } from '../ports/finding-store.ts'
import type { ReportStore, ReportVersion } from '../ports/report-store.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { heldBy } from './claim.ts'
import type { Report } from './report.ts'

/** What a decision has to know of a finding. */
export type DecidedFinding = { readonly kind: string; readonly proposed?: string }

/**
 * Keeps what the holder of a report decided about a finding, in the version in which they saw it: the text may have moved on
 * since. Neither the finding nor the text changes. Refuses with `finding-not-found` where there is no such finding, or
 * where a proposal is taken that it does not make.
 */
export function createDecideFinding(needs: {
  readonly reports: Pick<ReportStore, 'find' | 'version'>
  readonly findings: Pick<FindingStore, 'decide'>
  /** The finding of this id in a version of the report; null where there is none. */
  readonly findIn: (
    id: string,
    report: Report,
    version: ReportVersion,
  ) => Promise<DecidedFinding | null>
  readonly now: () => Date
}) {
  return async function decideFinding(request: {
    readonly reportId: string
    readonly version: number
    readonly user: User
    readonly finding: string
    readonly verdict: FindingVerdict
  }): Promise<Refusal | FindingDecision> {
    const { reportId, user, finding: id, verdict } = request
    const report = await needs.reports.find(reportId)
    if (!report) return refuse('report-not-found')
    const held = heldBy(report, user.id)
    if (isRefusal(held)) return held
    const version = await needs.reports.version(reportId, request.version)
    if (!version) return refuse('version-not-found')
    const finding = await needs.findIn(id, held, version)
    if (!finding) return refuse('finding-not-found')
    if (verdict === 'taken' && finding.proposed === undefined) return refuse('finding-not-found')

    const at = needs.now()
    const saved = await needs.findings.decide(
      reportId,
      { finding: id, verdict, by: user.id, at },
      {
        kind: 'finding-decided',
        reportId,
        version: version.number,
        finding: finding.kind,
        verdict,
        actor: user.id,
        at,
      },
    )
    return saved ? { finding: id, verdict, by: user.id, at } : refuse('not-claimed')
  }
}
