import type { HeardPiece, RecognitionPlan, RecorderMarks, RecordingFacts } from '@plume/records'
import type {
  Recipient,
  Recognition,
  ReportText,
  Run,
  Source,
  TracedText,
  WordRange,
} from '@plume/transcript'
import { z } from 'zod'
import { cleanText } from './clean-string.ts'

/** Parses stored and submitted report text back into the types of `@plume/transcript`. */

export const localeSchema = z.enum(['en-CA', 'fr-CA', 'en-US', 'fr-FR'])

const isoInstant = z.iso.datetime()

export const wordRangeSchema: z.ZodType<WordRange> = z.strictObject({
  recognitionId: cleanText().max(100),
  from: z.int().nonnegative(),
  to: z.int().positive(),
})

export const sourceSchema: z.ZodType<Source> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dictated'),
    words: wordRangeSchema,
    rules: z.array(z.strictObject({ rule: cleanText(), before: cleanText(), after: cleanText() })),
  }),
  z.strictObject({
    kind: z.literal('template'),
    template: cleanText(),
    version: z.int().nonnegative(),
    default: z.literal(true).exactOptional(),
    over: wordRangeSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('context'), field: cleanText() }),
  z.strictObject({
    kind: z.literal('typed'),
    by: cleanText(),
    at: isoInstant,
    over: wordRangeSchema.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('blank'),
    over: wordRangeSchema.exactOptional(),
    reason: z
      .enum(['not-dictated', 'out-of-range', 'several-values', 'wrong-unit', 'condition-unknown'])
      .exactOptional(),
  }),
])

const runSchema: z.ZodType<Run> = z.strictObject({
  text: cleanText().min(1).max(100_000),
  source: sourceSchema,
})

/** A page of text has some hundreds of runs. */
export const tracedTextSchema: z.ZodType<TracedText> = z.array(runSchema).max(20_000)

const loincCode = z.string().regex(/^\d{1,7}-\d$/)

/** A letterhead or a signature block has a few lines. */
const tracedLines = z.array(tracedTextSchema).max(50)

export const recipientSchema: z.ZodType<Recipient> = z
  .strictObject({
    role: z.enum(['to', 'copy']),
    name: cleanText().max(500),
    lines: z.array(cleanText().max(500)).max(20),
  })
  .meta({ id: 'Recipient' })

export const reportTextSchema: z.ZodType<ReportText> = z
  .strictObject({
    template: z.strictObject({
      id: cleanText(),
      version: z.int().nonnegative(),
      locale: localeSchema,
    }),
    title: cleanText(),
    fields: z.array(
      z.strictObject({
        id: cleanText(),
        label: cleanText(),
        text: tracedTextSchema,
        choices: z.array(cleanText().max(500)).max(100).exactOptional(),
      }),
    ),
    sections: z.array(
      z.strictObject({
        id: cleanText(),
        heading: cleanText(),
        required: z.boolean(),
        text: tracedTextSchema,
        loinc: loincCode.exactOptional(),
        level: z.union([z.literal(1), z.literal(2), z.literal(3)]).exactOptional(),
        placed: z.enum(['heading', 'alias', 'order', 'cue', 'default']).exactOptional(),
      }),
    ),
    unplaced: tracedTextSchema,
    addenda: z.array(z.strictObject({ by: cleanText(), at: isoInstant, text: tracedTextSchema })),
    layout: z.enum(['report', 'letter', 'form']).exactOptional(),
    code: loincCode.exactOptional(),
    letterhead: tracedLines.exactOptional(),
    recipients: z.array(recipientSchema).max(200).exactOptional(),
    salutation: tracedTextSchema.exactOptional(),
    closing: tracedTextSchema.exactOptional(),
    signatureBlock: tracedLines.exactOptional(),
  })
  .meta({ id: 'ReportText' })

const recognisedWordSchema = z.strictObject({
  text: z.string(),
  startMs: z.number().nonnegative(),
  endMs: z.number().nonnegative(),
  confidence: z.number().min(0).max(1).exactOptional(),
})

const omissionSchema = z.strictObject({
  reason: z.enum([
    'repetition',
    'phantom-phrase',
    'not-speech',
    'prompt-echo',
    'overlap',
    'nothing-heard',
  ]),
  text: z.string(),
  startMs: z.number().nonnegative(),
  endMs: z.number().nonnegative(),
})

const engineIdentitySchema = z.strictObject({
  engine: z.string(),
  model: z.string(),
  modelSha256: z.string(),
  demonstrationOnly: z.boolean(),
})

export const recognitionSchema: z.ZodType<Recognition> = z
  .strictObject({
    id: z.string(),
    language: z.enum(['en', 'fr']),
    engine: engineIdentitySchema,
    durationMs: z.number().nonnegative(),
    words: z.array(recognisedWordSchema),
    omissions: z.array(omissionSchema).exactOptional(),
  })
  .meta({ id: 'Recognition' })

/** What an engine heard in one piece of a recording: kept until the recognition is whole. */
export const heardPieceSchema: z.ZodType<HeardPiece> = z.strictObject({
  words: z.array(recognisedWordSchema),
  omissions: z.array(omissionSchema),
})

const timeSpanSchema = z.strictObject({
  startMs: z.number().nonnegative(),
  endMs: z.number().nonnegative(),
})

/** How a recording is cut that several workers hear: kept until the recognition is whole. */
export const recognitionPlanSchema: z.ZodType<RecognitionPlan> = z.strictObject({
  name: z.string(),
  engine: engineIdentitySchema,
  language: z.enum(['en', 'fr']),
  durationMs: z.number().nonnegative(),
  pieces: z.array(
    z.strictObject({ parts: z.array(timeSpanSchema), keeps: timeSpanSchema.exactOptional() }),
  ),
})

const recorderMarksSchema: z.ZodType<RecorderMarks> = z.strictObject({
  authorId: z.string().nullable(),
  device: z.string().nullable(),
  fileNumber: z.number().nullable(),
  workType: z.string().nullable(),
  priority: z.string().nullable(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  declaredMs: z.number().nullable(),
  comment: z.string().nullable(),
  encryption: z.enum(['aes-128', 'aes-256']).nullable(),
  rawHeader: z.string().nullable(),
})

export const recordingFactsSchema: z.ZodType<RecordingFacts> = z
  .strictObject({
    container: z.string(),
    codec: z.string(),
    durationMs: z.number().nonnegative(),
    sampleRateHz: z.number().positive(),
    channels: z.int().positive(),
    narrowband: z.boolean(),
    possiblyTruncated: z.boolean(),
    silent: z.boolean(),
    decoder: z.string(),
    damage: z.int().nonnegative().exactOptional(),
    marks: recorderMarksSchema.exactOptional(),
  })
  .meta({ id: 'RecordingFacts' })
