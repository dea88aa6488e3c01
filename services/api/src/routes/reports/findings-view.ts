import type { FindingDecisionReply, FindingReply } from '@plume/contracts'
import type { FindingDecision, Report, ReportVersion } from '@plume/records'
import {
  findingsIn,
  lintPatientOf,
  type ReportFinding,
  stateOfFinding,
} from '@plume/terminology/findings'
import { partsWithPaths } from '@plume/transcript'
import type { Needs } from '../../needs.ts'
import { found } from '../../refused-request.ts'
import { type NameOf, namesOf } from './report-view.ts'

type FindingNeeds = Pick<Needs, 'dictations' | 'findings'>

/** What a person should look at in one version of a report, from the writer and the lints. */
export async function reportFindings(
  { dictations, findings }: FindingNeeds,
  report: Report,
  { text, savedAt }: ReportVersion,
): Promise<readonly ReportFinding[]> {
  const [entry, writer] = await Promise.all([
    dictations.findEntry(report.dictationId),
    findings.ofWriter(report.id),
  ])
  const { patient } = found(entry, 'dictation-not-found')
  return findingsIn(text, { writer, patient: lintPatientOf(patient, savedAt.toISOString()) })
}

/** The same with what became of each. */
export async function findingViews(
  needs: FindingNeeds & Pick<Needs, 'accounts'>,
  report: Report,
  version: ReportVersion,
): Promise<FindingReply[]> {
  const [items, decisions] = await Promise.all([
    reportFindings(needs, report, version),
    needs.findings.decisions(report.id),
  ])
  const nameOf = await namesOf(
    needs,
    decisions.map(({ by }) => by),
  )
  const decided = new Map(decisions.map((decision) => [decision.finding, decision]))
  const paths = partsWithPaths(version.text).map(({ path }) => path)
  return items.map((finding) => findingView(finding, decided.get(finding.id), nameOf, paths))
}

function findingView(
  { place, ...finding }: ReportFinding,
  decision: FindingDecision | undefined,
  nameOf: NameOf,
  paths: readonly string[],
): FindingReply {
  return {
    ...finding,
    place: place && { path: paths[place.part] ?? '', start: place.start, end: place.end },
    state: stateOfFinding({ place }, decision?.verdict),
    decision: decision ? decisionView(decision, nameOf) : null,
  }
}

export function decisionView(
  { verdict, by, at }: FindingDecision,
  nameOf: NameOf,
): FindingDecisionReply {
  return { verdict, by, byName: nameOf(by), at: at.toISOString() }
}
