import { z } from 'zod'
import { cleanLine, cleanText } from '../clean-string.ts'
import { localeSchema, recognitionSchema, reportTextSchema } from '../report-text.ts'
import {
  languageOriginSchema,
  orderSchema,
  patientSchema,
  reportStatusSchema,
} from './dictations.ts'
import { pageOf, pageQuery } from './paging.ts'

export const listReportsQuery = z.strictObject({
  patientId: cleanLine().min(1).max(100).optional(),
  authorId: z.uuid().optional(),
  status: reportStatusSchema.optional(),
  /** Dictations received at or after this instant. */
  from: z.iso.datetime().optional(),
  /** Dictations received before this instant. */
  to: z.iso.datetime().optional(),
  ...pageQuery,
})

export const reportSummarySchema = z
  .object({
    id: z.uuid(),
    dictationId: z.uuid(),
    status: reportStatusSchema,
    version: z.int(),
    title: z.string(),
    authorId: z.uuid(),
    authorName: z.string(),
    patientId: z.string().nullable(),
    /** The report of which this one is a letter. */
    letterOf: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'ReportSummary' })

export const listReportsReply = pageOf(reportSummarySchema)

/** `json` with provenance; the others are documents, named by the endings of their files. */
export const reportFormatQuery = z.strictObject({
  format: z.enum(['json', 'html', 'txt', 'md', 'pdf', 'docx']).default('json'),
})

export const versionKindSchema = z.enum(['machine', 'edit', 'addendum', 'letter'])

export const versionSummarySchema = z
  .object({
    number: z.int(),
    kind: versionKindSchema,
    savedBy: z.string().nullable(),
    savedByName: z.string().nullable(),
    savedAt: z.iso.datetime(),
    hash: z.string(),
  })
  .meta({ id: 'ReportVersion' })

export const versionsReply = z.object({ items: z.array(versionSummarySchema) })

/** A report as one of its versions, with everything needed to trace each word to the audio. */
export const reportReply = z
  .object({
    id: z.uuid(),
    dictationId: z.uuid(),
    status: reportStatusSchema,
    /** The newest version's number: what a change must name. */
    currentVersion: z.int(),
    version: versionSummarySchema,
    text: reportTextSchema,
    authorId: z.uuid(),
    authorName: z.string(),
    patient: patientSchema.nullable(),
    order: orderSchema.nullable(),
    claimedBy: z.string().nullable(),
    claimedByName: z.string().nullable(),
    signature: z
      .object({
        by: z.uuid(),
        byName: z.string(),
        at: z.iso.datetime(),
        version: z.int(),
        hash: z.string(),
      })
      .nullable(),
    /** The recognised words that dictated runs point to. */
    recognitions: z.array(recognitionSchema),
    /** True when a demonstration engine recognised any of it: not for clinical use. */
    demonstrationEngine: z.boolean(),
    /** What the dictation was taken for: another language than the template's where that is not there in it. */
    spokenLocale: localeSchema,
    languageOrigin: languageOriginSchema,
    /** What this is a letter of: the report, the version of then and its newest one. */
    letterOf: z.object({ reportId: z.uuid(), version: z.int(), newestVersion: z.int() }).nullable(),
    /** The letters made of this report. */
    letters: z.array(
      z.object({ id: z.uuid(), status: reportStatusSchema, to: z.string().nullable() }),
    ),
  })
  .meta({ id: 'Report' })

/** Where a report stands after a change. */
export const reportStateReply = reportReply
  .pick({ status: true, currentVersion: true, claimedBy: true, claimedByName: true })
  .meta({ id: 'ReportState' })

export const claimBody = z.strictObject({
  /** Take the report from whoever has it. They are told at their next save. */
  takeOver: z.boolean().default(false),
})

export const saveTextBody = z.strictObject({
  /** The version that was edited. */
  baseVersion: z.int().positive(),
  text: reportTextSchema,
})

/** The template that the text is to be put into, and the version that the person was looking at. */
export const chooseTemplateBody = z.strictObject({
  version: z.int().positive(),
  template: cleanLine().min(1).max(100),
  locale: localeSchema,
})

/** The version the person was looking at when they pressed the button. */
export const atVersionBody = z.strictObject({ version: z.int().positive() })

/** Ids of correspondents of the directory. */
const addressees = {
  to: z.uuid(),
  copies: z.array(z.uuid()).max(50).default([]),
}

export const addressLetterBody = z.strictObject({ version: z.int().positive(), ...addressees })

export const makeLetterBody = z.strictObject({
  /** The letter's id, chosen by who asks: safe to send twice. */
  letterId: z.uuid(),
  /** The newest version of the signed report. */
  version: z.int().positive(),
  ...addressees,
})

export const addendumBody = z.strictObject({
  version: z.int().positive(),
  text: cleanText().min(1).max(20_000),
})

/** What is printed at once: reports, or the envelopes of those that are letters. */
export const printQuery = z.strictObject({
  /** Ids of reports, separated by commas, in the order of the sheets. */
  reports: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.uuid()).min(1).max(50)),
  what: z.enum(['reports', 'envelopes']).default('reports'),
  format: z.enum(['pdf', 'html']).default('pdf'),
  /** Of the envelopes. */
  size: z.enum(['no10', 'dl']).default('no10'),
  /** A letter once for each of its recipients; otherwise once. */
  each: z.stringbool().default(false),
})

export type PrintQuery = z.infer<typeof printQuery>

export type ReportReply = z.infer<typeof reportReply>
export type ReportSummaryReply = z.infer<typeof reportSummarySchema>
export type VersionSummaryReply = z.infer<typeof versionSummarySchema>
export type ReportStatusName = z.infer<typeof reportStatusSchema>
export type ChooseTemplateBody = z.infer<typeof chooseTemplateBody>
export type SaveTextBody = z.infer<typeof saveTextBody>
export type MakeLetterBody = z.input<typeof makeLetterBody>
export type AddressLetterBody = z.input<typeof addressLetterBody>
