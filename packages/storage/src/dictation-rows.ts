import {
  languageOriginSchema,
  localeSchema,
  orderSchema,
  patientSchema,
  prioritySchema,
  recognitionSchema,
} from '@plume/contracts'
import type { Dictation, DictationState, WorklistEntry } from '@plume/records'
import { transcriptionSteps } from '@plume/records'
import type { Recognition } from '@plume/transcript'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from './postgres/database.ts'

export type DictationRow = Selectable<Tables['dictations']>

export type WorklistRow = DictationRow & {
  readonly author_name: string
  readonly report_id: string | null
  readonly report_status: string | null
  readonly report_version: number | null
  readonly report_title: string | null
  readonly report_letter_of: string | null
  readonly claimed_by_name: string | null
  readonly older_version_id: string | null
}

const stateSchema: z.ZodType<DictationState> = z.discriminatedUnion('status', [
  z.object({ status: z.literal('received') }),
  z.object({ status: z.literal('queued'), waitingFor: z.enum(['speech-engine']).nullable() }),
  z.object({ status: z.literal('transcribing'), step: z.enum(transcriptionSteps) }),
  z.object({ status: z.literal('drafted'), reportId: z.string() }),
  z.object({ status: z.literal('needs-decoder') }),
  z.object({ status: z.literal('needs-password') }),
  z.object({ status: z.literal('not-audio') }),
  z.object({ status: z.literal('upload-incomplete') }),
  z.object({ status: z.literal('silent') }),
  z.object({ status: z.literal('too-long') }),
  z.object({
    status: z.literal('failed'),
    reason: z.enum([
      'engine-crashed',
      'engine-timeout',
      'engine-output-unreadable',
      'decoder-crashed',
      'decoder-timeout',
      'blob-missing',
      'blob-damaged',
      'worker-kept-dying',
      'unexpected-failure',
    ]),
  }),
])

export function dictationOf(row: DictationRow & { readonly report_id: string | null }): Dictation {
  return {
    id: row.id,
    sha256: row.sha256,
    byteLength: Number(row.byte_length),
    fileName: row.file_name,
    authorId: row.author_id,
    uploadedBy: row.uploaded_by,
    workType: row.work_type,
    templateId: row.template_id,
    locale: localeSchema.parse(row.locale),
    givenLocale: localeSchema.parse(row.given_locale),
    languageOrigin: languageOriginSchema.parse(row.language_origin),
    priority: prioritySchema.parse(row.priority),
    patient: patientSchema.nullable().parse(row.patient),
    order: orderSchema.nullable().parse(row.medical_order),
    receivedAt: row.received_at,
    state: stateSchema.parse({
      status: row.status,
      waitingFor: row.waiting_for,
      step: row.step,
      reason: row.failure_reason,
      reportId: row.report_id,
    }),
  }
}

export function entryOf(row: WorklistRow): WorklistEntry {
  return {
    ...dictationOf(row),
    authorName: row.author_name,
    durationMs: row.duration_ms,
    recognisedMs: row.recognised_ms,
    newerVersionId: row.newer_version_id,
    olderVersionId: row.older_version_id,
    report:
      row.report_id === null
        ? null
        : {
            id: row.report_id,
            status: row.report_status ?? '',
            version: row.report_version ?? 0,
            title: row.report_title ?? '',
            letterOf: row.report_letter_of,
            claimedByName: row.claimed_by_name,
          },
  }
}

export function parseRecognition(content: unknown): Recognition | null {
  return recognitionSchema.nullable().parse(content ?? null)
}
