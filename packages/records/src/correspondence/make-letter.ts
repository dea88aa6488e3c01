import type { User } from '../people/user.ts'
import type { CorrespondentStore } from '../ports/correspondent-store.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { core } from '../report/claim.ts'
import type { AddendedReport, Report, ReportInReview, SignedReport } from '../report/report.ts'
import { type ChosenAddressees, findAddressees } from './find-addressees.ts'
import { addressText, letterText } from './letter-text.ts'

/**
 * Makes a letter of a signed report: a report of its own, in the hands of whoever made it, to be
 * finalised and signed as any other. Only signed text goes into letters: it cannot change behind them.
 */
export function createMakeLetter(needs: {
  readonly reports: ReportStore
  readonly correspondents: Pick<CorrespondentStore, 'find'>
  /** Display name of a user. */
  readonly nameOf: (userId: string) => Promise<string | null>
  readonly now: () => Date
}) {
  return async function makeLetter(request: {
    /** Chosen by who asks: the same request again makes no second letter. */
    readonly letterId: string
    readonly reportId: string
    readonly version: number
    readonly user: User
    readonly addressees: ChosenAddressees
  }): Promise<Refusal | Report> {
    const { letterId, reportId, version, user } = request
    const made = await needs.reports.find(letterId)
    if (made) return made.letterOf?.reportId === reportId ? made : refuse('report-not-found')
    const report = await needs.reports.find(reportId)
    if (!report) return refuse('report-not-found')
    if (report.status !== 'signed' && report.status !== 'addended') return refuse('not-signed')
    if (report.version !== version) return refuse('stale-version')
    const signed = await needs.reports.version(reportId, version)
    if (!signed) return refuse('version-not-found')
    const addressees = await findAddressees(request.addressees, needs.correspondents)
    if (isRefusal(addressees)) return addressees

    const at = needs.now()
    const letter = beginLetter(report, letterId, user, at)
    const name = (await needs.nameOf(report.authorId)) ?? ''
    const text = addressText(letterText(signed.text, name), addressees)
    const event = { kind: 'letter-made', reportId: letterId, letterOf: reportId, version } as const
    const isNew = await needs.reports.add(
      letter,
      { ...event, actor: user.id, at },
      { kind: 'letter', savedBy: user.id, savedAt: at, text },
    )
    return isNew ? letter : refuse('stale-version')
  }
}

function beginLetter(
  report: SignedReport | AddendedReport,
  id: string,
  user: User,
  at: Date,
): ReportInReview {
  const letterOf = { reportId: report.id, version: report.version }
  const held = { status: 'in-review', claimedBy: user.id, claimedAt: at } as const
  return { ...core(report), id, version: 1, letterOf, ...held }
}
