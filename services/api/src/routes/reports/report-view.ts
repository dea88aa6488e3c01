import type { ReportReply, VersionSummaryReply } from '@plume/contracts'
import type { DocumentStatus } from '@plume/documents'
import type { Report, ReportVersion, User } from '@plume/records'
import { canonicalJson, type Recognition } from '@plume/transcript'
import type { Needs } from '../../needs.ts'
import { found } from '../../refused-request.ts'
import { letterOfView, lettersView } from './letters-view.ts'

type VersionFacts = Omit<ReportVersion, 'text'>

/** A version with everything that answers for it: people, patient, recognised words. */
export async function reportView(
  needs: Needs,
  report: Report,
  version: ReportVersion,
): Promise<ReportReply> {
  const { dictations, reports } = needs
  const [entry, recognitions, versions, letterOf, letters] = await Promise.all([
    dictations.findEntry(report.dictationId),
    recognitionsOf(needs, report, version),
    reports.versions(report.id),
    letterOfView(needs, report),
    lettersView(needs, report),
  ])
  const dictation = found(entry, 'dictation-not-found')
  const nameOf = await namesOf(needs, [
    version.savedBy,
    claimedBy(report),
    'signature' in report ? report.signature.by : null,
  ])
  return {
    id: report.id,
    dictationId: report.dictationId,
    status: report.status,
    currentVersion: report.version,
    version: versionView(version, nameOf),
    text: version.text,
    authorId: report.authorId,
    authorName: dictation.authorName,
    patient: dictation.patient,
    order: dictation.order,
    claimedBy: claimedBy(report),
    claimedByName: nameOf(claimedBy(report)),
    signature: signatureView(report, versions, nameOf),
    recognitions,
    demonstrationEngine: recognitions.some(({ engine }) => engine.demonstrationOnly),
    spokenLocale: dictation.locale,
    languageOrigin: dictation.languageOrigin,
    letterOf,
    letters,
  }
}

export function versionView(version: VersionFacts, nameOf: NameOf): VersionSummaryReply {
  return {
    number: version.number,
    kind: version.kind,
    savedBy: version.savedBy,
    savedByName: nameOf(version.savedBy),
    savedAt: version.savedAt.toISOString(),
    hash: version.hash,
  }
}

function signatureView(
  report: Report,
  versions: readonly VersionFacts[],
  nameOf: NameOf,
): ReportReply['signature'] {
  if (!('signature' in report)) return null
  const { by, at, version } = report.signature
  const hash = versions.find(({ number }) => number === version)?.hash ?? ''
  return { by, byName: nameOf(by) ?? '', at: at.toISOString(), version, hash }
}

export function claimedBy(report: Report): string | null {
  return report.status === 'in-review' ? report.claimedBy : null
}

export type NameOf = (userId: string | null) => string | null

/** Those that the version's runs point to: of an earlier version, earlier ones. */
async function recognitionsOf(
  { dictations }: Pick<Needs, 'dictations'>,
  report: Report,
  version: ReportVersion,
): Promise<Recognition[]> {
  const text = canonicalJson(version.text)
  const all = await dictations.recognitions(report.dictationId)
  return all.filter(({ id }) => text.includes(id))
}

/** Display names of these people; each is asked for once. */
export async function namesOf(
  { accounts }: Pick<Needs, 'accounts'>,
  ids: readonly (string | null)[],
): Promise<NameOf> {
  const asked = [...new Set(ids)].filter((id) => id !== null)
  const users = await Promise.all(asked.map((id) => accounts.findUser(id)))
  const names = new Map(users.filter(isUser).map(({ id, displayName }) => [id, displayName]))
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

function isUser(user: User | null): user is User {
  return user !== null
}

/** What became of the report since says nothing about an earlier version. */
function statusOfVersion({
  status,
  version,
  currentVersion,
  signature,
}: ReportReply): DocumentStatus['status'] {
  if (version.number === currentVersion) return status
  if (signature === null || version.number < signature.version) return 'superseded'
  return version.number === signature.version ? 'signed' : 'addended'
}

/** What the document says about this version. An older one than the signed was never signed. */
export async function documentStatus(
  needs: Pick<Needs, 'accounts'>,
  view: ReportReply,
): Promise<DocumentStatus> {
  const { signature, version, text } = view
  const nameOf = await namesOf(
    needs,
    text.addenda.map(({ by }) => by),
  )
  const covered = signature !== null && version.number >= signature.version
  return {
    status: statusOfVersion(view),
    version: version.number,
    newestVersion: view.currentVersion,
    locale: text.template.locale,
    signature: covered
      ? { byName: signature.byName, at: signature.at, hash: signature.hash }
      : null,
    names: Object.fromEntries(text.addenda.map(({ by }) => [by, nameOf(by) ?? by])),
    demonstrationEngine: view.demonstrationEngine,
    ...(view.patient && { patient: patientOf(view.patient) }),
  }
}

function patientOf({ id, name }: NonNullable<ReportReply['patient']>): {
  id: string
  name?: string
} {
  return name === undefined ? { id } : { id, name }
}
