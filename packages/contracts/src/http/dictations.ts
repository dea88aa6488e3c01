import type { LanguageOrigin } from '@plume/records'
import { z } from 'zod'
import { cleanLine } from '../clean-string.ts'
import { localeSchema, recognitionSchema, recordingFactsSchema } from '../report-text.ts'
import { pageOf, pageQuery } from './paging.ts'

export const prioritySchema = z.enum(['routine', 'urgent', 'stat'])

/** Where a dictation waits for a person, who can have it tried again. */
export const sideRooms = [
  'needs-decoder',
  'needs-password',
  'not-audio',
  'upload-incomplete',
  'silent',
  'too-long',
  'failed',
] as const

export const dictationStatusSchema = z.enum([
  'received',
  'queued',
  'transcribing',
  'drafted',
  ...sideRooms,
])

/** How the language is known; `unsure`: it was to be found and is not clear, a person must look. */
export const languageOriginSchema: z.ZodType<LanguageOrigin> = z.enum([
  'given',
  'to-find',
  'found',
  'unsure',
])

export const reportStatusSchema = z.enum(['draft', 'in-review', 'finalised', 'signed', 'addended'])

export const patientSchema = z
  .strictObject({
    id: cleanLine().min(1).max(100),
    name: cleanLine().min(1).max(300).exactOptional(),
    birthDate: z.iso.date().exactOptional(),
    sex: z.enum(['female', 'male', 'other', 'unknown']).exactOptional(),
  })
  .meta({ id: 'Patient' })

export const orderSchema = z
  .strictObject({
    accession: cleanLine().min(1).max(100).exactOptional(),
    visit: cleanLine().min(1).max(100).exactOptional(),
    date: z.iso.date().exactOptional(),
    requestedBy: cleanLine().min(1).max(300).exactOptional(),
  })
  .meta({ id: 'Order' })

/**
 * The text parts of the multipart upload. They come before the part `audio`. `patient` and `order`
 * are JSON. `author` is a doctor's user id or login; a doctor may leave it out for their own.
 */
export const uploadFields = z.strictObject({
  author: cleanLine().min(1).max(200).optional(),
  template: cleanLine().min(1).max(100),
  locale: localeSchema.default('en-CA'),
  /** `auto`: found in the recording. `locale` is then what it is taken for where that is not clear. */
  language: z.enum(['as-locale', 'auto']).default('as-locale'),
  workType: cleanLine().min(1).max(100).default('general'),
  priority: prioritySchema.default('routine'),
  patient: z.string().max(10_000).optional(),
  order: z.string().max(10_000).optional(),
})

export const dictationSchema = z
  .object({
    id: z.uuid(),
    status: dictationStatusSchema,
    /** While transcribing: decode, recognise, write or merge. */
    step: z.string().nullable(),
    /** While queued: what the dictation waits for, if no worker can take it yet. */
    waitingFor: z.enum(['speech-engine']).nullable(),
    /** After a failure: a code of the error catalogue. */
    failureReason: z.string().nullable(),
    fileName: z.string(),
    byteLength: z.int(),
    authorId: z.uuid(),
    authorName: z.string(),
    workType: z.string(),
    template: z.string(),
    /** What it is taken for. */
    locale: localeSchema,
    /** What the upload said. */
    givenLocale: localeSchema,
    languageOrigin: languageOriginSchema,
    priority: prioritySchema,
    patient: patientSchema.nullable(),
    order: orderSchema.nullable(),
    receivedAt: z.iso.datetime(),
    /** Length of the audio in milliseconds, once decoded. */
    durationMs: z.number().nullable(),
    /** How much of it has been heard, in milliseconds, while it is recognised. */
    recognisedMs: z.int().nullable(),
    /** The same recording of the same recorder, dictated further since. */
    newerVersionId: z.uuid().nullable(),
    /** The recording that this one goes on from. */
    olderVersionId: z.uuid().nullable(),
    report: z
      .object({
        id: z.uuid(),
        status: reportStatusSchema,
        version: z.int(),
        title: z.string(),
        /** The report of which this one is a letter. */
        letterOf: z.uuid().nullable(),
        claimedByName: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Dictation' })

/** Recorders use four digits or up to sixteen characters. */
export const unlockBody = z.strictObject({ password: cleanLine().min(1).max(64) })

/** The dictations that went back to the queue: all of this author that waited for a password. */
export const unlockReply = z.object({ unlocked: z.array(z.uuid()) })

export const worklistQuery = z.strictObject({
  status: dictationStatusSchema.optional(),
  reportStatus: reportStatusSchema.optional(),
  priority: prioritySchema.optional(),
  authorId: z.uuid().optional(),
  ...pageQuery,
})

export const worklistReply = pageOf(dictationSchema)

/** What the player and the editor need beside the report's text. */
export const recordingReply = z
  .object({
    facts: recordingFactsSchema.nullable(),
    /** Loudness outline, 0 to 1, evenly spaced over the recording. */
    peaks: z.array(z.number()),
    recognition: recognitionSchema.nullable(),
    /** False until a worker has decoded the recording. */
    playable: z.boolean(),
  })
  .meta({ id: 'Recording' })

/** Words as recognised, while that goes on: not written, not checked, not whole. */
export const heardReply = z
  .object({
    /** In order. Where numbers are missing, what lies between is not heard yet. */
    pieces: z.array(z.object({ number: z.int().nonnegative(), text: z.string() })),
  })
  .meta({ id: 'HeardSoFar' })

export type HeardReply = z.infer<typeof heardReply>
export type DictationReply = z.infer<typeof dictationSchema>
export type WorklistReply = z.infer<typeof worklistReply>
export type RecordingReply = z.infer<typeof recordingReply>
