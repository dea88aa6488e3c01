import { randomUUID } from 'node:crypto'
import type { DictationDetails, DraftReport, SignedReport, User } from '@plume/records'
import { createDictationStore, createReportStore, type Database } from '@plume/storage'
import type { ReportText, WordFinding } from '@plume/transcript'

type People = { readonly doctor: User; readonly secretary: User }

type Facts = {
  readonly text: ReportText
  readonly findings?: readonly WordFinding[]
  readonly patientId?: string
  readonly receivedAt?: Date
}

/** The draft of a dictation that a worker has just finished, without any audio. */
export async function aStoredReport(
  database: Database,
  { doctor, secretary }: People,
  {
    text,
    findings = [],
    patientId = 'MRN-1',
    receivedAt = new Date('2026-03-03T10:00:00.000Z'),
  }: Facts,
): Promise<DraftReport> {
  const details: DictationDetails = {
    id: randomUUID(),
    sha256: (randomUUID() + randomUUID()).replaceAll('-', ''),
    byteLength: 1,
    fileName: 'a.wav',
    authorId: doctor.id,
    uploadedBy: secretary.id,
    workType: 'general',
    templateId: text.template.id,
    locale: text.template.locale,
    givenLocale: text.template.locale,
    languageOrigin: 'given',
    priority: 'routine',
    patient: { id: patientId },
    order: null,
    receivedAt,
  }
  const dictations = createDictationStore(database)
  const system = { actor: null, at: receivedAt, dictationId: details.id }
  await dictations.accept(details, { kind: 'dictation-received', ...system })
  const lease = await dictations.lease(details.id, { id: 'w', ttlMs: 60_000 })
  const reportId = randomUUID()
  await dictations.saveDraft(
    details.id,
    lease?.fence ?? 0,
    { reportId, text, findings },
    { kind: 'dictation-drafted', reportId, ...system },
  )
  const report = await createReportStore(database).find(reportId)
  if (report?.status !== 'draft') throw new Error('no draft')
  return report
}

/** The same, signed by its author at once. */
export async function aSignedReport(
  database: Database,
  people: People,
  facts: Facts,
): Promise<SignedReport> {
  const draft = await aStoredReport(database, people, facts)
  const at = facts.receivedAt ?? new Date('2026-03-03T10:00:00.000Z')
  const signature = { by: people.doctor.id, at, version: 1 }
  const signed: SignedReport = { ...draft, status: 'signed', signature }
  await createReportStore(database).save(draft, signed, {
    kind: 'report-signed',
    reportId: draft.id,
    version: 1,
    actor: people.doctor.id,
    at,
  })
  return signed
}
