import { type DictationReply, reportStatusSchema } from '@plume/contracts'
import type { WorklistEntry } from '@plume/records'

/** A dictation as the API shows it. */
export function dictationView(entry: WorklistEntry): DictationReply {
  const { state, report } = entry
  return {
    id: entry.id,
    status: state.status,
    step: state.status === 'transcribing' ? state.step : null,
    waitingFor: state.status === 'queued' ? state.waitingFor : null,
    failureReason: state.status === 'failed' ? state.reason : null,
    fileName: entry.fileName,
    byteLength: entry.byteLength,
    authorId: entry.authorId,
    authorName: entry.authorName,
    workType: entry.workType,
    template: entry.templateId,
    locale: entry.locale,
    priority: entry.priority,
    patient: entry.patient,
    order: entry.order,
    receivedAt: entry.receivedAt.toISOString(),
    durationMs: entry.durationMs,
    report: report && { ...report, status: reportStatusSchema.parse(report.status) },
  }
}
