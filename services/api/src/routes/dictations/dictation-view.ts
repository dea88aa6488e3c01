import { type DictationReply, reportStatusSchema } from '@plume/contracts'
import { can, type User, type WorklistEntry } from '@plume/records'

/**
 * A dictation as the API shows it to somebody. Who may not read what it says about the patient sees
 * the work only; a file's name often is the patient's.
 */
export function dictationView(entry: WorklistEntry, { role }: Pick<User, 'role'>): DictationReply {
  const { state, report } = entry
  const mayReadPatient = can(role, 'read-patient')
  return {
    id: entry.id,
    status: state.status,
    step: state.status === 'transcribing' ? state.step : null,
    waitingFor: state.status === 'queued' ? state.waitingFor : null,
    failureReason: state.status === 'failed' ? state.reason : null,
    fileName: mayReadPatient ? entry.fileName : '',
    byteLength: entry.byteLength,
    authorId: entry.authorId,
    authorName: entry.authorName,
    workType: entry.workType,
    template: entry.templateId,
    locale: entry.locale,
    givenLocale: entry.givenLocale,
    languageOrigin: entry.languageOrigin,
    priority: entry.priority,
    patient: mayReadPatient ? entry.patient : null,
    order: mayReadPatient ? entry.order : null,
    receivedAt: entry.receivedAt.toISOString(),
    durationMs: entry.durationMs,
    recognisedMs: entry.recognisedMs,
    newerVersionId: entry.newerVersionId,
    olderVersionId: entry.olderVersionId,
    report: report && { ...report, status: reportStatusSchema.parse(report.status) },
  }
}
